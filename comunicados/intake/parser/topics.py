"""What posts and institutions are about: words with a capital that do not begin a person's name. Folded."""

from comunicados.intake.parser.tokens import words

_ENDINGS = tuple(
    words("cion sion dad miento tion ment ity ness ship ismo ologia nomia tura ance ence ics encia ancia")
)
_NAMES_SO_ENDED = words(
    "concepcion asuncion encarnacion trinidad soledad natividad caridad piedad ascension purificacion "
    "visitacion consolacion clement felicity trinity charity florence clarence terence constance lawrence "
    "laurence ventura inmaculada segismundo prudencia constancia anunciacion boaventura buenaventura "
    "penitencia spence torrance nuance guinness harness clarence valencia palencia "
    "plasencia florencia orence maxence"
)

INSTITUTIONS = words(
    "instituto consejo ministerio secretaria cancilleria presidencia vicepresidencia casa senado congreso "
    "asamblea camara comision comite agencia oficina embajada consulado organizacion organismo banco "
    "corte tribunal fondo fundacion centro universidad academia fiscalia procuraduria defensoria "
    "parlamento autoridad junta servicio policia armada ejercito fuerza guardia gabinete gobierno nacion "
    "union liga alianza grupo foro mision delegacion estado republica reino programa sistema ayuntamiento "
    "alcaldia municipalidad cortes mesa tesoreria aduanas institute council ministry department office "
    "presidency house senate congress assembly chamber commission committee agency embassy consulate "
    "organization organisation bank court fund foundation center centre university academy parliament "
    "authority board service police army navy force guard cabinet government nations league alliance "
    "group forum mission delegation republic kingdom program programme system bureau treasury directorate "
    "secretariat comunidad community asociacion association consorcio federacion federation confederacion "
    "palacio palace museo hospital aeropuerto teatro escuela school colegio college premio prize plan "
    "plaza calle avenida hotel salon acuerdo tratado convenio convencion protocolo carta declaracion "
    "treaty agreement convention charter base puerto isla islas provincia region estados ciudad city "
    "departamento direccion "
    "valle lago rio monte sierra cumbre summit conferencia conference iniciativa initiative unidad unit"
)
# These, followed by "of", begin the name of the house that a post belongs to, also after a comma.
HOUSES = words(
    "ministerio secretaria departamento instituto agencia embajada direccion consejo oficina ministry "
    "department institute agency embassy directorate council office bureau division parliament senate "
    "senado congreso universidad university comision commission banco bank"
)
# Spanish nouns of institutions, after which the rest of their names follows.
FIRST_NOUNS = words(
    "instituto consejo ministerio secretaria comision comite agencia oficina organizacion organismo banco tribunal "
    "fondo fundacion centro universidad academia autoridad junta servicio asociacion consorcio confederacion "
    "federacion camara alianza asamblea corte sistema programa direccion unidad diputacion cooperativas "
    "organizaciones escuela museo"
)
# What somebody takes part in, one word of which with a capital names nobody.
EVENTS = words(
    "visit meeting call talks dialogue reunion visita encuentro dialogo conference summit forum ceremony ceremonia "
    "church park hall airport square street statement remarks speech residence office day house palace building week "
    "session launch"
)
# These are parts of an institution and what its chief leads, not a body that a post belongs to.
UNITS = words("unidad unit grupo group mision mission delegacion delegation estado gabinete cabinet mesa")

# What is called after somebody who is not there.
THINGS = words(
    "buque buques fragata corbeta crucero patrullero velero escuela puerto calle avenida aeropuerto plaza "
    "parque estadio "
    "hospital museo teatro premio premios beca becas fundacion colegio liceo instituto universidad centro sala salon "
    "edificio auditorio ley operacion huracan tormenta barrio municipio canton estacion puente presa represa ruta "
    "autopista monumento busto estatua palacio hotel isla archipielago exposicion muestra obra pintura "
    "biblioteca base ship vessel "
    "frigate corvette submarine airport street avenue square park stadium museum theatre theater award prize "
    "scholarship "
    "foundation school institute university centre center hall room auditorium hurricane storm operation "
    "station bridge "
    "palace monument statue bust exhibition painting library hms usns uss ara bap arm hotel house foto "
    "fotografia photo proyecto project brigada batallon caso case torneo copa "
    "photograph photos credit credito fotos"
)

SHIPS = words(
    "buque fragata corbeta crucero patrullero velero ship frigate corvette submarine hms usns uss ara bap arm rfa "
    "ins bae"
)

_SUBJECTS = words(
    "relaciones exteriores exterior asuntos externos internacional internacionales gobernacion hacienda "
    "credito publico publica publicos publicas economia economica economicos desarrollo rural social "
    "sociales agricultura ganaderia pesca alimentacion turismo cultura energia minas mineria "
    "hidrocarburos transporte transportes trabajo empleo prevision medio ambiente ambiental sostenible "
    "sustentable recursos naturales marina defensa nacional nacionales seguridad proteccion ciudadana "
    "interior justicia derechos humanos humano poblacion migracion migratorios migratoria salud educacion "
    "ciencia tecnologia innovacion comercio industria cooperacion america americas norte sur latina "
    "caribe europa asia africa pacifico oceania oriente multilateral multilaterales bilateral bilaterales "
    "consular consulares juridico juridica juridicos protocolo politica politico politicos fronteras "
    "frontera fronterizos transfronterizos general generales adjunto adjunta ejecutivo ejecutiva "
    "permanente especial principal alterno extraordinario extraordinaria plenipotenciario "
    "plenipotenciaria federal planificacion planeacion finanzas obras vivienda infraestructura deporte "
    "deportes mujer mujeres genero igualdad juventud ninez familia pueblos indigenas indigena paz guerra "
    "culto bienestar ganadera blanca roja unidas unidos seguro aduana clima climatico cambio agua bosques "
    "territorial territorio territorios digital comunicaciones telecomunicaciones informacion prensa "
    "comunicacion estrategicos estrategica estrategia inteligencia fuerzas armadas militar militares "
    "policial aerea naval aereo conjunto conjunta hemisferio hemisferico hemisferica occidental oriental "
    "central organizacion estatal primer primera primero segunda segundo vice encargado ministra "
    "consejera consejero foreign affairs relations external international trade commerce industry "
    "industrial economic economy economics finance financial treasury health education science technology "
    "innovation energy mines mining natural resources environment environmental climate change water "
    "oceans fisheries agriculture food labour labor employment welfare justice home homeland security "
    "defence defense national public safety police border borders transborder migration immigration "
    "citizenship refugees refugee human rights population women gender equality youth family indigenous "
    "services territories northern north south west western east eastern southern latin caribbean europe "
    "european asian african pacific middle hemisphere near state states legal law protocol policy "
    "political global cooperation aid assistance development planning infrastructure transport "
    "transportation works housing sport sports culture tourism information communications communication "
    "press media strategic strategy intelligence armed forces air joint staff acting deputy senior "
    "special permanent executive extraordinary plenipotentiary chief private parliamentary royal white "
    "united export import promotion small business enterprise investment investments counter terrorism "
    "narcotics law-enforcement operations budget management veterans emergency preparedness urban "
    "religious worship fleet flota islands asean commonwealth francophonie prime first second under "
    "assistant associate regional crown republica dominicana bank world mundial inclusion derecho drogas "
    "antidrogas fuerza tareas plurinacional bolivariana oriental islamica islamic arabe arabes arab popular "
    "radio television partido estatuto feria festival izquierda derecha coalicion movimiento diario periodico "
    "municipal "
    "liceo canal ateneo virgen catedral iglesia parroquia basilica motors electric mills dynamics torre torres "
    "puente puentes hambre huracan minera zona ano tren corredor hidrovia operacion "
    "silicon capitol quai boko camp hurricane cyclone storm operation exercise burj corridor basin gateway "
    "mou mous memorandum memoranda memorando memorandos electoral electorales administrativa administrativo autonoma "
    "autonomo artes semana jornada jornadas encuentro gira clausura apertura socialista socialist democratica "
    "democratic federativa federative hachemi hashemite cooperativa co-operative "
    "people peoples mediterranean mediterraneo indo-pacific indo atlantic atlantico antarctic antartida arctic "
    "artico "
    "limitrofes maritimos maritimo maritima limites violence "
    "cyber ciberseguridad sanidad universidades igualdades empresa empresas consumo industrias "
    "mundo espanol iberoamerica ceremonial protocolar bilaterals partnership partnerships"
)
_SURNAMES = words("west north south east white small water home state works norte sur mundo blanca central general")
_PLACE_OPENINGS = words(
    "san santa santo saint st puerto nueva nuevo new port fort norte north south sur isla lake mount los "
    "las el la ciudad cape cabo great gran alto bajo villa"
)


def is_subject(word: str) -> bool:
    """Whether a folded word is one of those that posts and institutions are made of."""
    if word in _SUBJECTS or word in INSTITUTIONS:
        return True
    return len(word) > 5 and word.endswith(_ENDINGS) and word not in _NAMES_SO_ENDED


def is_matter(word: str) -> bool:
    """Whether a folded word is known to be of an institution or a matter, and not only ends like one."""
    return (word in _SUBJECTS or word in INSTITUTIONS) and word not in _SURNAMES


def opens_a_place(word: str) -> bool:
    """Whether a folded word commonly begins a place name ("San", "Puerto", "New")."""
    return word in _PLACE_OPENINGS
