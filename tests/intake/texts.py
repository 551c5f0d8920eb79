"""Texts of old communiqués."""


def old_text(
    number: int = 45,
    headline: str = "México y Chile acuerdan una agenda común",
    date: str = "15 de marzo de 2019",
    end: str = "Las dos partes volverán a reunirse.",
) -> str:
    return f"""Comunicado No. {number}

Ciudad de México, {date}

{headline}

La secretaria de Relaciones Exteriores, Alicia Bárcena Ibarra, se reunió hoy con una delegación de Chile.

{end}
"""
