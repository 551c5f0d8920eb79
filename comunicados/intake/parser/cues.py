"""The words around a person's name that tell what that person did."""

import re

from comunicados.intake.parser.tokens import words

HEAD, MEMBER, MENTIONED, REPRESENTED = "head", "member", "mentioned", "represented"
NEAR = 90  # characters between a cue and the name that it is about

# "*" is the rest of a word, "…" a short stretch of the sentence; all folded.
_BEFORE = {
    HEAD: (
        "presidio … el/presidio … la/presidieron … el/encabezo … el/encabezo … la/copresidio … el/lidero … "
        "el/lidero … la/"
        "inauguro … el/inauguro … la/preside … el/preside … la/encabeza … el/encabeza … la/suscribio … "
        "el/suscribio … la/"
        "firmo … el/firmo … la/co-led by/co-hosted by/jointly led by/encabezad* por/liderad* por/presidid* por/"
        "dirigid* por/firmad* por/suscrit* por/inaugurad* por/"
        "copresidid* por/recibid* … por/inaugurad* … por/firmad* … por/opened … by/signed … by/hosted … by/"
        "a cargo de*/briefed by/delivered by/presented by/recibir a/recibir al/recibir … al/recibio … a/recibio … al/"
        "recibira … a/recibira … al/"
        "recibe … a/recibe … al/recibieron … a/recibieron … al/firmaron/suscribieron/presidieron/"
        "encabezaron/copresidieron/firmo por/reunion de/reunion del/visita de/visita del/"
        "visita oficial de*/visita de trabajo de*/visita de estado de*/reun* … con/reunion … entre/"
        "encuentr* … con/encuentr* … entre/entrevist* … con/reunio a/reunio … a/convers* … con/convers* … "
        "entre/dialog* … con/"
        "audiencia … a/llamad* … con/led by/headed by/chaired by/co-chaired by/hosted by/signed by/"
        "opened by/received by/welcomed by/greeted by/under the leadership of/received/hosted/welcomed/"
        "receives/hosts/welcomes/hosting/host/receive/welcome/met/to meet/will meet/audience with/meeting with/"
        "met … with/meets/meets … with/meet* … with/"
        "meeting of/"
        "meeting between/meet* … between/talk* … with/talk* … between/spoke … with/discuss* … with/"
        "called on/calls on/meets with/paid … visit to/telephone* … with/llam* … a/llam* … al/"
        "co-hosted by/co-led by/jointly chaired by/under the chairmanship of/bajo la presidencia de/"
        "bajo la conduccion de/bajo el liderazgo de/reciben … a/reciben … al/visito … a/visito … al/"
        "consult* … between/consult* … entre/dialogue between/talks between/courtesy call on/call on/"
        "paid … call on/visita de cortesia al/visita de cortesia a/visita protocolar al/visita protocolar a/"
        "call* … with/held … with/held … between/visit of/visit by/signed for/"
        "cartas credenciales de*/copias de estilo de*/credentials of/credentials from/letters of credence of/"
        "letters of credence from"
    ),
    MEMBER: (
        "in attendance/in attendance were/attending/moderated by/moderad* por/han intervenido/"
        "ha intervenido/intervino/intervinieron/intervienen/"
        "ha acudido/han acudido/acudio/acudieron/"
        "ha asistido/han asistido/ha participado/han participado/participan/asisten/concurrieron/concurrio/"
        "tomo parte/take part/takes part/entre los asistentes/entre los presentes/entre las autoridades presentes/"
        "among those present/among the participants/"
        "tomaron parte/acompanan/conto con/contaron con/acompano/acompanad* por/acompanad* de/acompanad* del/"
        "acompanar por/acompanar de/acompanar del/acompanaron/"
        "integrad* por/conformad* por/compuest* por/participaron/asistieron/presente/presentes/"
        "participacion de/participacion del/presencia de/presencia del/asistencia de/asistencia del/"
        "junto a/junto al/junto con/participo/asistio/estuvieron/incluyo/incluyeron/integraron/"
        "formaron parte/participating/witness*/testigo*/accompanied by/accompanying/composed of/made up of/comprised/"
        "comprising/consisted of/consisting of/joined by/included/including/participation of/"
        "together with/along with/alongside/attended by/attendance of/presence of/present/took part/"
        "integran/la integran/lo integran/conforman/componen/forman parte/comprises/comprise/acompana*/"
        "comitiva/en compania de/en compania del/con la asistencia de/in the presence of/"
        "por … estuvieron/lo hicieron/lo hizo/hicieron lo propio/hizo lo propio/did so/did likewise"
    ),
    REPRESENTED: "representad* por/representad* … por/represented by/represented … by",
    MENTIONED: (
        "por parte de/por parte del/en nombre de/en nombre del/en representacion de/en representacion del/"
        "agradec*/felicit*/condolenc*/fallecimiento/design*/nombro/nombraron/nombramiento/nombrad*/"
        "sustituye/sucede/ausencia de/ausencia del/excus*/disculp*/recordo a/recordo al/instrucciones de/"
        "instrucciones del/invitacion de/invitacion del/mensaje de/mensaje del/carta de/carta del/"
        "saludo* de/saludo* del/compromiso de/compromiso del/administracion de/administracion del/"
        "gobierno de/gobierno del/on behalf of/representing/in the name of/thank*/gratitude/congratulat*/"
        "condolences/memory of/appoint*/nominat*/succeeds/replac*/absence of/apolog*/regrets of/"
        "regrets … from/excusas de/excusas del/recalled/instructions of/invitation of/message of/"
        "invitacion para que/invitation for/condolences on/"
        "message from/greetings of/greetings from/letter of/letter from"
    ),
}
_LEAD_IN = re.compile(
    r"^[\s,)–—-]*(?:(?:quien|quienes|who|tambien|also|hoy|ayer|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"asimismo|ademas|on \w+|"
    r"est[ea] \w+|\d{1,2} \w+(?: \d{4})?(?=,)|en la fecha|por su parte|"
    r"el (?:pasado |proximo )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
    r"(?: \d{1,2})?(?: de \w+)?|el (?:pasado )?\d{1,2} de \w+|on (?:\w+,? )?\d{1,2} \w+|on \w+ \d{1,2}|"
    r"en [^,;.]{2,40}(?=,)|in [^,;.]{2,40}(?=,))[\s,]+){0,3}"
)
_AUXILIARY = re.compile(
    r"(?:(?:will|has|have|had|is|are|was|were|to|also|then|recently|jointly|ha|han|habra|va|van|a|tambien|"
    r"conjuntamente|virtualmente|se|lo|los|la|las|le|les)\s){1,3}"
)
# From the first word after a naming on; the first row that fits decides.
_AFTER = (
    (
        "no pudo/no pudieron/no asist*/estuv* ausente*/no estuv*/no particip*/se excus*/se disculp*/"
        "excus*/disculp*/ausente*/was unable/were unable/could not/did not attend/was absent/were absent/"
        "absent/sent his apolog*/sent her apolog*/sent their apolog*/sent his regrets/sent her regrets/"
        "apologised/apologized/regretted",
        MENTIONED,
    ),
    (
        "was remembered/were remembered/was honoured/was honored/fue recordad*/fueron recordad*/fue homenajead*",
        MENTIONED,
    ),
    ("estuv* represent*/fue represent*/fueron represent*/was represent*/were represent*", MENTIONED),
    (
        "fue design*/fueron design*/fue nombr*/fueron nombr*/ha sido design*/ha sido nombr*/sera nombr*/"
        "designad*/nombrad*/fue condecorad*/recien nombrad*/recien designad*/was appoint*/were appoint*/"
        "has been appoint*/will be appoint*/was nominat*/was elect*/appointed/named",
        MENTIONED,
    ),
    ("particip* en … reunion … con/particip* en … encuentro … con/asist* a … reunion … con", HEAD),
    (
        "concedi* … audiencia/condecor*/impus*/abrio/abre/abrieron/clausur*/encabez*/presid*/copresid*/lider*/dirig*/"
        "recib*/firm*/suscrib*/inaugur*/sostuv*/sostendr*/"
        "se reun*/reunido/se entrevist*/mantuv*/mantenido/sostenido/"
        "dialog*/convers*/viaj*/visit*/realiz*/inici*/llego/concluy*/"
        "tuvo un*/acord*/co-chair*/cochair*/host*/chair*/led/lead*/head*/met/meet*/receiv*/sign*/welcom*/held/"
        "paid/pays/undertook/undertakes/call*/represented … at/opened/delivered/pronunci*/suscrib*/copresid*/"
        "is on a*/is visiting/arriv*/se encuentra en/se encuentra … en/realizo/"
        "hold*/spoke/travel*/open*/began/begin*/concluded/co-host*/agreed/had a/had an/make … visit/"
        "made … visit/makes … visit/efectu*/arrib*/cumpl* … visita",
        HEAD,
    ),
    (
        "acompan*/particip*/asist*/interv*/acud*/acompan*/concurr*/tom* parte/estuv* presente*/attend*/"
        "took part/take part/takes part/accompan*/joined/was present/"
        "representing/represent*/en representacion*/"
        "were present/was also present/were also present/also attended/estuv* tambien presente*",
        MEMBER,
    ),
    (
        "estuv* acompan*/fue acompan*/estuv* tambien acompan*/tambien estuv* acompan*/fue recib*/"
        "fueron recib*/was accompan*/were accompan*/is accompan*/was also accompan*/was received/"
        "were received/was joined/were joined",
        HEAD,
    ),
    ("*o/*aron/*ieron/*ed/said/gave/took/made/told", MEMBER),
)
# The list of a delegation, told of a State or of the person whom it accompanies.
_DELEGATION = (
    "encabezo/integraron/integran/la integr*/la conform*/la encabez*/la lider*/"
    "encabezad*/liderad*/presidid*/acompan*/integrad*/conformad*/compuest*/representad*/particip*/asist*/"
    "present*/por … estuvieron/por parte/por la parte/accompan*/led by/headed/composed/made up/compris*/consist*/"
    "represented/en representacion/en nombre/joined/includ*/incluy*/attend*/took part/side/behalf/lo hicieron/"
    "lo hizo/lo propio"
)
_ACCOMPANIED = "acompan*/accompan*/joined/junto/together/along/alongside/includ*/inclu*/compris*/consist*/integr*"
# Of those who attended, or met each other, one's side says nothing of the next one's.
_ATTENDED = "entre/between/asist*/particip*/present*/attend*/took part/estuvieron"

ACCOMPANIED_WHOM = re.compile(r"\bacompan\w+ (?:al?|a la) ?$")
ON_BEHALF = re.compile(
    r"\b(?:por parte del?|en representacion del?|on behalf of|representing|en nombre del?)\b[^,;]{0,60}$"
)
HEADING = re.compile(
    r"\b(?:por|for|de|of|delegacion|delegation|lado|side)\b[^:;,.]{2,60}:$|\b(?:delegacion|delegation):$"
)
LED_BY = re.compile(r"\b(?:encabezad\w+|liderad\w+|dirigid\w+|led|headed) (?:por|by)\b[^;:]{0,60}$")
# "X headed the Japanese delegation": whose it is, stands before or after the noun.
LEADS = re.compile(
    r"^\W*(?:(?:quien|who|will|has|ha)\s)?(?:led|headed|leads?|heads?|encabezo|encabeza|lidero|lidera|presidio|preside|"
    r"integro|integra|represented|represento) (?:the|la|el|al) (?P<whose>[^,;.:]{0,60})"
)
OTHER_BODIES = words(
    "programa organizacion organization programme program agencia agency fondo fund asamblea assembly conferencia "
    "conference consejo council cumbre summit sede session reunion meeting"
)


def _pattern(phrases: str) -> re.Pattern[str]:
    alternatives = re.escape(phrases).replace("/", "|").replace(r"\*", r"\w*")
    alternatives = alternatives.replace(r"\ …\ ", r"(?:,? [^;:]{1,90}?)? ")
    return re.compile(rf"\b(?:{alternatives})(?!\w)")


_BEFORE_PATTERNS = tuple((_pattern(phrases), relation) for relation, phrases in _BEFORE.items())
_AFTER_PATTERNS = tuple((_pattern(phrases), relation) for phrases, relation in _AFTER)
DELEGATION, ACCOMPANIED, ATTENDED = map(_pattern, (_DELEGATION, _ACCOMPANIED, _ATTENDED))


def told_before(text: str) -> tuple[str | None, int]:
    """The relation that the last cue of a text gives to whoever follows it, and where that cue begins."""
    best: tuple[int, int, str] | None = None
    if heading := HEADING.search(text):
        best = (heading.end(), heading.start(), MEMBER)
    for pattern, relation in _BEFORE_PATTERNS:
        for match in pattern.finditer(text):
            if len(text) - match.end() <= NEAR and (best is None or match.end() > best[0]):
                best = (match.end(), match.start(), relation)
    return (best[2], best[1]) if best else (None, 0)


def told_after(text: str) -> str | None:
    """The relation that the verb after a naming gives, with or without an auxiliary before it."""
    lead_in = _LEAD_IN.match(text)
    rest = text[lead_in.end() :] if lead_in else text
    told = next((relation for pattern, relation in _AFTER_PATTERNS if pattern.match(rest)), None)
    if told is None and (auxiliary := _AUXILIARY.match(rest)):
        rest = rest[auxiliary.end() :]
        rest = _LEAD_IN.sub("", rest, count=1)  # "will on Friday, 6 September, host"
        told = next((relation for pattern, relation in _AFTER_PATTERNS if pattern.match(rest)), None)
    return told
