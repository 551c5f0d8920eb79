"""The registry: organizations, positions, people, appointments."""

from personas.models.appointment import Appointment
from personas.models.organization import Organization
from personas.models.person import Person
from personas.models.position import Position, PositionTitle

__all__ = ["Appointment", "Organization", "Person", "Position", "PositionTitle"]
