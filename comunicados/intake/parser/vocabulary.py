"""The words of communiqués in both languages, folded: posts, courtesies, ranks, what no person is called."""

from comunicados.intake.parser.tokens import words

PARTICLES = words(
    "vel bint binti bte abu de del la las los von van der den ter dos das do da di du le al bin ibn ben el af zu ul"
)
ARTICLES = words("el la los las the a an un una su sus his her their our nuestro nuestra")
PREPOSITIONS = words("de del para en ante a al por con of for to in at on with sobre entre from within between under")
AND = words("y e and & u")

# Nouns that name a post, singular. Plurals are made below, and a word before ("vice", "sub") is allowed for.
POSTS = words(
    "presidente presidenta vicepresidente vicepresidenta ministro ministra viceministro viceministra "
    "secretario secretaria subsecretario subsecretaria canciller vicecanciller embajador embajadora "
    "consul consulesa director directora subdirector subdirectora jefe jefa asesor asesora consultor "
    "consultora consejero consejera comisionado comisionada comisario comisaria representante encargado "
    "encargada gobernador gobernadora senador senadora diputado diputada portavoz vocero vocera "
    "coordinador coordinadora procurador procuradora fiscal rey reina principe princesa titular delegado "
    "delegada relator relatora enviado enviada agregado agregada nuncio alcalde alcaldesa intendente "
    "intendenta rector rectora magistrado magistrada juez jueza mandatario mandataria administrador "
    "administradora comandante superintendente superintendenta contralor contralora homologo homologa "
    "negociador negociadora oficial president premier minister secretary undersecretary subsecretary "
    "chancellor ambassador chief head adviser advisor counsellor counselor consultant commissioner "
    "representative governor senator congressman congresswoman spokesperson spokesman spokeswoman "
    "coordinator attorney king queen prince princess delegate rapporteur envoy attache mayor judge "
    "justice administrator commander superintendent comptroller counterpart negotiator chair chairman "
    "chairwoman chairperson assistant aide officer treasurer deputy parliamentarian legislator speaker "
    "emir sultan chargé charge crown vice-president vicechancellor vice-minister secretary-general ex- "
    "expresidente expresidenta exministro exministra excanciller deputado viceprimer primer- subjefe "
    "subjefa subcomandante inspector inspectora observador observadora councillor councilor amir monarch "
    "monarca soberano patriarca taoiseach tanaiste prefecto prefecta regidor regidora concejal concejala "
    "viceprimera vicegobernador vicegobernadora viceconsul lider leader gerente subprocurador subprocuradora "
    "official dama introductor introductora par colega colleague auditor auditora tesorero tesorera decano decana "
    "dean sherpa manager pope papa imam solicitor ombudsman registrar defensor defensora analista analyst "
    "especialista specialist economista economist arzobispo obispo archbishop bishop"
)
_IRREGULAR = {
    "portavoz": "portavoces",
    "juez": "jueces",
    "rey": "reyes",
    "jefe": "jefes",
    "fiscal": "fiscales",
}


def _plural(post: str) -> str:
    if post.endswith("y") and post != "rey":
        return post[:-1] + "ies"
    if post in _IRREGULAR:
        return _IRREGULAR[post]
    if post.endswith("man"):
        return post[:-3] + "men"
    return post + "s"


PLURAL_POSTS = frozenset({_plural(post) for post in POSTS} | {f"{post}es" for post in POSTS if post[-1] in "rlnz"})
COUNTERPARTS = words(
    "homologo homologa homologos homologas counterpart counterparts par pares colega colegas contraparte contrapartes"
)
FORMER = words("ex former expresidente expresidenta exministro exministra excanciller ex-presidente entonces late")
# Posts that are surnames as well.
POSTS_AND_SURNAMES = words(
    "king prince princess dean bishop pope judge rey reina principe princesa alcalde justice chief head lead lider "
    "par "
    "official crown fiscal rector consul juez conde imam emir amir sultan patriarca leader obispo chair mayor"
)
# Posts in capitals: "Nepal PM X", "MoS Y".
SHORT_POSTS = words("pm dpm fm vp mos")
# A post of one of these words alone says little: a fuller one after the name is preferred.
BARE_POSTS = words(
    "embajador embajadora ambassador senador senadora senator diputado diputada juez judge magistrado "
    "consejero consejera counsellor prince princess principe princesa ministro-consejero arzobispo obispo archbishop "
    "bishop"
)

# Grades of the foreign service: no post when a fuller one stands beside it.
GRADES = words(
    "embajador embajadora ambassador consejero consejera counsellor counselor ministro-consejero minister-counsellor "
    "plenipotenciario plenipotenciaria plenipotentiary"
)
GRADE_WORDS = GRADES | words(
    "primer primera segundo segunda tercer tercera first second third clase class de en retiro retired carrera "
    "extraordinario extraordinaria y and extraordinary secretario secretaria secretary ministro ministra minister"
)

# What somebody does, where the ending does not tell.
VERBS = words(
    "paid drew shook laid rose bade "
    "es fue dijo hizo dio tuvo sostuvo estuvo esta ha han hace dice recibe recibio preside encabeza "
    "subraya destaca senala asistio viajo visita visitara sostendra recibira tendra puso quiso vino "
    "fueron son inicia llega realiza realizara participa participara reitera agradece se que quien "
    "quienes no tambien hoy ayer said met led held spoke told gave took made signed will has had is was "
    "were are have hosts meets leads says begins travels visits began went wrote would who which whom "
    "whose also today yesterday"
)
# What somebody does in a headline.
HEADLINE_VERBS = words(
    "meets meet visits hosts host receives receive welcomes welcome concludes travels travel attends attend signs "
    "sign "
    "holds hold calls call speaks speak addresses leads joins delivers congratulates condemns appoints announces "
    "discusses thanks chairs opens participates presides departs arrives hails bids inaugurates presents pays "
    "recibe visita inicia concluye sostiene participa encabeza preside viaja inaugura suscribe firma entrega asiste "
    "destaca saluda condena felicita designa nombra anuncia dialoga conversa asume realiza"
)
# Words that may stand before the noun of a post and belong to it.
BEFORE_POST = words(
    "primer primera primeros primeras alto alta gran vice deputy acting assistant associate under first "
    "second third foreign prime special senior principal permanent national security chief executive coordinating "
    "managing founding commanding resident honorary incoming outgoing shadow additional high-level interim "
    "former high general press regional presidential homeland defense defence finance trade legal "
    "political military global external internal interior justice health education energy environment "
    "parliamentary cabinet crown lead joint ex federal state diplomatic humanitarian cultural scientific "
    "consular civil grand maritime nuclear digital cyber segundo segunda tercer tercera cuarto cuarta permanente"
)
# Small-letter words that may follow it directly.
AFTER_POST = words(
    "general adjunto adjunta federal nacional ejecutivo ejecutiva permanente especial interino interina "
    "principal presidencial juridico juridica politico politica encargado encargada alterno alterna "
    "honorario honoraria constitucional regional internacional superior cultural comercial militar "
    "extraordinario extraordinaria plenipotenciario plenipotenciaria concurrente electo electa designado "
    "designada parlamentario economico economica tecnico tecnica legal emerito emerita residente saliente "
    "entrante suplente sustituto sustituta subrogante senior elect designate ministro ministra "
    "jefe jefa minister d'affaires pro tempore alto alta primero primera apostolico apostolica"
)
# Words with a capital at the beginning of a sentence, or within a headline, that are no name.
FUNCTION = (
    ARTICLES
    | PREPOSITIONS
    | AND
    | words(
        "este esta estos estas ese esa esos esas aquel aquella ambos ambas asimismo ademas tambien "
        "durante tras luego hoy ayer manana finalmente posteriormente mientras cuando donde como segun "
        "sin desde hasta hacia bajo dicho dicha dichos cabe igualmente no si se lo le les nos yo que "
        "quien quienes cual cuales todo toda todos todas cada otro otra otros otras uno dos tres en tanto "
        "acompanado acompanada previamente actualmente entonces aunque pero sino ni o u mas muy "
        "participaron asistieron participo asistio gracias conforme mediante through this that these "
        "those both also during after before today yesterday tomorrow finally meanwhile while when where "
        "as without since until toward towards such not if it its he she they we you i who which whom all "
        "four five six seven eight nine ten several many some most cuatro cinco seis siete ocho nueve diez varios "
        "each other others one two three then although but nor or more very thanks earlier later "
        "additionally furthermore moreover likewise similarly there here following against about into "
        "over upon via is are was were has have had will would be been do does did may might shall "
        "should can could participants participantes asistentes present presentes signed firmado fdo "
        "attendees joined accompanied representing speaking welcoming noting recalling ante contra "
        "incluso solo ahora siempre aqui alli nuestra nuestro dado atentamente contacto contact prensa "
        "email correo tel nota note notas notes background antecedentes page pagina regarding concerning "
        "parte side behalf nombre calidad capacity dear estimado estimada"
    )
)
COURTESIES = words(
    "d.ª sr sra srta sres senor senora senorita señora don dona dr dra doctor doctora lic licda "
    "licenciado licenciada ing ingeniero ingeniera arq arquitecto mtro mtra maestro maestra prof profa "
    "profesor profesora excmo excma excelentisimo excelentisima honorable hon honourable mr mrs ms miss "
    "madam sir lady lord dame h.e s.e shri smt dato datuk mme excelencia excellency professor rt right "
    "his her su sus monsenor monreverendo rev fr hrh s.m s.a.r d dn most mx emb amb abogado abogada econ "
    "sheikh sheikha shaikh licenciados señores messrs baroness baron viscount viscountess countess earl "
    "highness majesty holiness eminence royal alteza majestad santidad eminencia real hh h.h h.r.h hm h.m "
    "s.e.r hon'ble smti datin sri exmo exma ilmo ilma ilustrisimo ilustrisima reverendo reverend econ ec "
    "lcda lcdo msc m.sc mgtr mag abg psic grad rvdmo rvdma rvdo mons msgr revd"
)
# Words that are courtesies only beside another one.
COURTESY_ONLY_FIRST = words("his her su sus right most the el la d fr royal real hm sri")
RANKS = words(
    "general gral mayor almirante alm almte vicealmirante vicealmte contraalmirante contralmirante "
    "coronel cnel crnl capitan cap capt captain teniente tte comandante cmdte brigadier mariscal major "
    "colonel col lieutenant lt admiral adm gen commodore marshal maj cardenal cardinal major-general rear "
    "vice lieut comodoro vicecomodoro sargento"
)
POST_NOMINALS = words(
    "mp mep kc qc phd obe cbe mbe kcmg csc ran rn usn dsc dsm oam psm cmg gcmg dbe ao ac am oc cm msp ms "
    "td tl jp bt dl pc md esq sc kcb gcb cb adc kbe gbe dcmg lvo cvo mvo csm psm dso mc tc oj frs dphil cpa mba frcp"
)
SUFFIXES = words("jr sr ii iii iv")
ACTING = words("e i p s p.a pa a.i ai ad interim interino interina encargado encargada s.p acting d.p")


def _numbered(table: str, first: int) -> dict[str, int]:
    """Each name with the number of its entry; entries are parted by "/"."""
    return {name: number for number, names in enumerate(table.split("/"), first) for name in names.split()}


MONTHS = _numbered(
    "enero january ene jan/febrero february feb/marzo march mar/abril april abr apr/mayo may/"
    "junio june jun/julio july jul/agosto august ago aug/septiembre setiembre september sep sept set/"
    "octubre october oct/noviembre november nov/diciembre december dic dec",
    first=1,
)
WEEKDAYS = _numbered(
    "lunes monday mon/martes tuesday tue/miercoles wednesday wed/jueves thursday thu/viernes friday fri/"
    "sabado saturday sat/domingo sunday sun",
    first=0,
)
_KINDS = (
    "comunicado conjunto de prensa/comunicado de prensa conjunto/comunicado conjunto/comunicado oficial/"
    "comunicado de prensa/comunicado especial/comunicado/declaracion conjunta de prensa/"
    "declaracion politica conjunta/declaracion conjunta/declaracion oficial/declaracion de prensa/"
    "declaracion/nota de prensa conjunta/nota de prensa/nota informativa/nota oficial/boletin de prensa/"
    "boletin informativo/boletin/aviso consular/aviso/pronunciamiento/mensaje oficial/tarjeta informativa/"
    "joint communique/joint statement/joint declaration/joint press release/joint press statement/"
    "joint press communique/joint media statement/joint announcement/press release/press communique/"
    "press statement/official communique/official statement/communique/statement/declaration/news release/"
    "media release/media note/media statement/media advisory/press note/information note/readout/"
    "consular notice/fact sheet/informacion a la prensa/informacion para la prensa/informacion de prensa/"
    "nota a la prensa/nota a los medios/aviso a la prensa/aviso a los medios/aviso a medios/aviso importante/"
    "convocatoria de prensa/convocatoria a medios/convocatoria a los medios/discurso/speech/remarks/"
    "intervencion/alocucion/"
    "travel advice/travel advisory/notice to the media/notice to media/media notice/press notice/press information/"
    "information to the press/information for the press/press advisory/news story/notice/anuncio/alerta consular/"
    "joint media release/joint news release/joint readout/joint press note/posicionamiento/"
    "comunicado a la opinion publica/"
    "comunicado a la prensa/comunicado final/final communique/declaracion a la prensa/declaracion ministerial/"
    "ministerial statement/ministerial declaration/chair's statement/chair’s statement/chairman's statement/"
    "statement to the press/nota diplomatica/nota verbal/press communique/oral statement/written statement/"
    "news item/written ministerial statement/nota informativa conjunta/noticia/comunicado interno/erratum/"
    "fe de erratas/correction/corrigendum"
)
KINDS = tuple(sorted(_KINDS.split("/"), key=len, reverse=True))  # the longest that fits is meant
ERRATA = ("erratum", "fe de erratas", "correction", "corrigendum")
