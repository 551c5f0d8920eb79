"""What the texts of corpus.py are made of: tables of words, in both languages."""

# ruff: noqa: E501

PERSONS, POSITIONS, ORGANISATIONS, TOPONYMS = 3000, 800, 250, 6000
COMMON_WORD = "comercio"

# ISO code:Spanish:English:capital (es)[/capital (en)]
COUNTRIES = """
XV:Valdoria:Valdoria:Puerto Claro
AF:Afganistán:Afghanistan:Kabul|AL:Albania:Albania:Tirana|DE:Alemania:Germany:Berlín/Berlin|AD:Andorra:Andorra:Andorra la Vieja/Andorra la Vella
AO:Angola:Angola:Luanda|AG:Antigua y Barbuda:Antigua and Barbuda:Saint John's|SA:Arabia Saudita:Saudi Arabia:Riad/Riyadh|DZ:Argelia:Algeria:Argel/Algiers
AR:Argentina:Argentina:Buenos Aires|AM:Armenia:Armenia:Ereván/Yerevan|AU:Australia:Australia:Canberra|AT:Austria:Austria:Viena/Vienna
AZ:Azerbaiyán:Azerbaijan:Bakú/Baku|BS:Bahamas:Bahamas:Nasáu/Nassau|BH:Baréin:Bahrain:Manama|BD:Bangladés:Bangladesh:Daca/Dhaka
BB:Barbados:Barbados:Bridgetown|BE:Bélgica:Belgium:Bruselas/Brussels|BZ:Belice:Belize:Belmopán/Belmopan|BJ:Benín:Benin:Porto Novo
BY:Bielorrusia:Belarus:Minsk|BO:Bolivia:Bolivia:La Paz|BA:Bosnia y Herzegovina:Bosnia and Herzegovina:Sarajevo|BW:Botsuana:Botswana:Gaborone
BR:Brasil:Brazil:Brasilia|BN:Brunéi:Brunei:Bandar Seri Begawan|BG:Bulgaria:Bulgaria:Sofía/Sofia|BF:Burkina Faso:Burkina Faso:Uagadugú/Ouagadougou
BI:Burundi:Burundi:Gitega|BT:Bután:Bhutan:Timbu/Thimphu|CV:Cabo Verde:Cabo Verde:Praia|KH:Camboya:Cambodia:Nom Pen/Phnom Penh
CM:Camerún:Cameroon:Yaundé/Yaoundé|CA:Canadá:Canada:Ottawa|QA:Catar:Qatar:Doha|TD:Chad:Chad:Yamena/N'Djamena
CL:Chile:Chile:Santiago|CN:China:China:Pekín/Beijing|CY:Chipre:Cyprus:Nicosia|CO:Colombia:Colombia:Bogotá
KM:Comoras:Comoros:Moroni|CG:Congo:Congo:Brazzaville|KR:Corea del Sur:South Korea:Seúl/Seoul|CI:Costa de Marfil:Ivory Coast:Yamusukro/Yamoussoukro
CR:Costa Rica:Costa Rica:San José|HR:Croacia:Croatia:Zagreb|CU:Cuba:Cuba:La Habana/Havana|DK:Dinamarca:Denmark:Copenhague/Copenhagen
DM:Dominica:Dominica:Roseau|EC:Ecuador:Ecuador:Quito|EG:Egipto:Egypt:El Cairo/Cairo|SV:El Salvador:El Salvador:San Salvador
AE:Emiratos Árabes Unidos:United Arab Emirates:Abu Dabi/Abu Dhabi|ER:Eritrea:Eritrea:Asmara|SK:Eslovaquia:Slovakia:Bratislava|SI:Eslovenia:Slovenia:Liubliana/Ljubljana
ES:España:Spain:Madrid|US:Estados Unidos:United States:Washington|EE:Estonia:Estonia:Tallin/Tallinn|SZ:Esuatini:Eswatini:Mbabane
ET:Etiopía:Ethiopia:Adís Abeba/Addis Ababa|PH:Filipinas:Philippines:Manila|FI:Finlandia:Finland:Helsinki|FJ:Fiyi:Fiji:Suva
FR:Francia:France:París/Paris|GA:Gabón:Gabon:Libreville|GM:Gambia:Gambia:Banjul|GE:Georgia:Georgia:Tiflis/Tbilisi
GH:Ghana:Ghana:Acra/Accra|GD:Granada:Grenada:Saint George's|GR:Grecia:Greece:Atenas/Athens|GT:Guatemala:Guatemala:Ciudad de Guatemala/Guatemala City
GN:Guinea:Guinea:Conakri/Conakry|GW:Guinea-Bisáu:Guinea-Bissau:Bisáu/Bissau|GQ:Guinea Ecuatorial:Equatorial Guinea:Malabo|GY:Guyana:Guyana:Georgetown
HT:Haití:Haiti:Puerto Príncipe/Port-au-Prince|HN:Honduras:Honduras:Tegucigalpa|HU:Hungría:Hungary:Budapest|IN:India:India:Nueva Delhi/New Delhi
ID:Indonesia:Indonesia:Yakarta/Jakarta|IQ:Irak:Iraq:Bagdad/Baghdad|IR:Irán:Iran:Teherán/Tehran|IE:Irlanda:Ireland:Dublín/Dublin
IS:Islandia:Iceland:Reikiavik/Reykjavik|MH:Islas Marshall:Marshall Islands:Majuro|SB:Islas Salomón:Solomon Islands:Honiara|IL:Israel:Israel:Jerusalén/Jerusalem
IT:Italia:Italy:Roma/Rome|JM:Jamaica:Jamaica:Kingston|JP:Japón:Japan:Tokio/Tokyo|JO:Jordania:Jordan:Amán/Amman
KZ:Kazajistán:Kazakhstan:Astaná/Astana|KE:Kenia:Kenya:Nairobi|KG:Kirguistán:Kyrgyzstan:Biskek/Bishkek|KI:Kiribati:Kiribati:Tarawa
KW:Kuwait:Kuwait:Ciudad de Kuwait/Kuwait City|LA:Laos:Laos:Vientián/Vientiane|LS:Lesoto:Lesotho:Maseru|LV:Letonia:Latvia:Riga
LB:Líbano:Lebanon:Beirut|LR:Liberia:Liberia:Monrovia|LY:Libia:Libya:Trípoli/Tripoli|LI:Liechtenstein:Liechtenstein:Vaduz
LT:Lituania:Lithuania:Vilna/Vilnius|LU:Luxemburgo:Luxembourg:Luxemburgo/Luxembourg|MK:Macedonia del Norte:North Macedonia:Skopie/Skopje|MG:Madagascar:Madagascar:Antananarivo
MY:Malasia:Malaysia:Kuala Lumpur|MW:Malaui:Malawi:Lilongüe/Lilongwe|MV:Maldivas:Maldives:Malé|ML:Malí:Mali:Bamako
MT:Malta:Malta:La Valeta/Valletta|MA:Marruecos:Morocco:Rabat|MU:Mauricio:Mauritius:Port Louis|MR:Mauritania:Mauritania:Nuakchot/Nouakchott
MX:México:Mexico:Ciudad de México/Mexico City|FM:Micronesia:Micronesia:Palikir|MD:Moldavia:Moldova:Chisináu/Chisinau|MC:Mónaco:Monaco:Mónaco/Monaco
MN:Mongolia:Mongolia:Ulán Bator/Ulaanbaatar|ME:Montenegro:Montenegro:Podgorica|MZ:Mozambique:Mozambique:Maputo|MM:Birmania:Myanmar:Naipyidó/Naypyidaw
NA:Namibia:Namibia:Windhoek|NR:Nauru:Nauru:Yaren|NP:Nepal:Nepal:Katmandú/Kathmandu|NI:Nicaragua:Nicaragua:Managua
NE:Níger:Niger:Niamey|NG:Nigeria:Nigeria:Abuya/Abuja|NO:Noruega:Norway:Oslo|NZ:Nueva Zelanda:New Zealand:Wellington
OM:Omán:Oman:Mascate/Muscat|NL:Países Bajos:Netherlands:Ámsterdam/Amsterdam|PK:Pakistán:Pakistan:Islamabad|PW:Palaos:Palau:Ngerulmud
PA:Panamá:Panama:Ciudad de Panamá/Panama City|PG:Papúa Nueva Guinea:Papua New Guinea:Puerto Moresby/Port Moresby|PY:Paraguay:Paraguay:Asunción|PE:Perú:Peru:Lima
PL:Polonia:Poland:Varsovia/Warsaw|PT:Portugal:Portugal:Lisboa/Lisbon|GB:Reino Unido:United Kingdom:Londres/London|CF:República Centroafricana:Central African Republic:Bangui
CZ:República Checa:Czech Republic:Praga/Prague|CD:República Democrática del Congo:Democratic Republic of the Congo:Kinsasa/Kinshasa|DO:República Dominicana:Dominican Republic:Santo Domingo|RW:Ruanda:Rwanda:Kigali
RO:Rumania:Romania:Bucarest/Bucharest|RU:Rusia:Russia:Moscú/Moscow|WS:Samoa:Samoa:Apia|KN:San Cristóbal y Nieves:Saint Kitts and Nevis:Basseterre
SM:San Marino:San Marino:San Marino|VC:San Vicente y las Granadinas:Saint Vincent and the Grenadines:Kingstown|LC:Santa Lucía:Saint Lucia:Castries|ST:Santo Tomé y Príncipe:São Tomé and Príncipe:Santo Tomé/São Tomé
SN:Senegal:Senegal:Dakar|RS:Serbia:Serbia:Belgrado/Belgrade|SC:Seychelles:Seychelles:Victoria|SL:Sierra Leona:Sierra Leone:Freetown
SG:Singapur:Singapore:Singapur/Singapore|SY:Siria:Syria:Damasco/Damascus|SO:Somalia:Somalia:Mogadiscio/Mogadishu|LK:Sri Lanka:Sri Lanka:Colombo
ZA:Sudáfrica:South Africa:Pretoria|SD:Sudán:Sudan:Jartum/Khartoum|SS:Sudán del Sur:South Sudan:Yuba/Juba|SE:Suecia:Sweden:Estocolmo/Stockholm
CH:Suiza:Switzerland:Berna/Bern|SR:Surinam:Suriname:Paramaribo|TH:Tailandia:Thailand:Bangkok|TZ:Tanzania:Tanzania:Dodoma
TJ:Tayikistán:Tajikistan:Dusambé/Dushanbe|TL:Timor Oriental:East Timor:Dili|TG:Togo:Togo:Lomé|TO:Tonga:Tonga:Nukualofa
TT:Trinidad y Tobago:Trinidad and Tobago:Puerto España/Port of Spain|TN:Túnez:Tunisia:Túnez/Tunis|TM:Turkmenistán:Turkmenistan:Asjabad/Ashgabat|TR:Turquía:Turkey:Ankara
TV:Tuvalu:Tuvalu:Funafuti|UA:Ucrania:Ukraine:Kiev/Kyiv|UG:Uganda:Uganda:Kampala|UY:Uruguay:Uruguay:Montevideo
UZ:Uzbekistán:Uzbekistan:Taskent/Tashkent|VU:Vanuatu:Vanuatu:Port Vila|VE:Venezuela:Venezuela:Caracas|VN:Vietnam:Vietnam:Hanói/Hanoi
YE:Yemen:Yemen:Saná/Sanaa|DJ:Yibuti:Djibouti:Yibuti/Djibouti|ZM:Zambia:Zambia:Lusaka|ZW:Zimbabue:Zimbabwe:Harare
"""

# gender:Spanish:English; the order is the Zipf rank
NOUNS = """
f:cooperación:cooperation|m:acuerdo:agreement|m:desarrollo:development|f:relación:relation|f:paz:peace|f:seguridad:security|m:diálogo:dialogue|m:comercio:trade
f:región:region|f:integración:integration|f:agenda:agenda|m:compromiso:commitment|f:población:population|m:proyecto:project|m:programa:programme|f:inversión:investment
f:educación:education|f:salud:health|m:turismo:tourism|f:cultura:culture|f:energía:energy|f:migración:migration|f:frontera:border|f:democracia:democracy
f:reunión:meeting|f:visita:visit|f:delegación:delegation|m:encuentro:encounter|f:cumbre:summit|m:foro:forum|f:conferencia:conference|f:misión:mission
m:tratado:treaty|m:convenio:convention|m:protocolo:protocol|m:memorando:memorandum|f:declaración:declaration|f:resolución:resolution|f:iniciativa:initiative|f:propuesta:proposal
f:estrategia:strategy|m:plan:plan|m:marco:framework|m:mecanismo:mechanism|f:comisión:commission|m:comité:committee|m:grupo:group|f:alianza:alliance
f:economía:economy|m:crecimiento:growth|m:empleo:employment|f:industria:industry|f:agricultura:agriculture|f:ganadería:livestock|f:pesca:fishery|f:minería:mining
f:infraestructura:infrastructure|m:transporte:transport|m:puerto:port|m:aeropuerto:airport|f:carretera:road|m:ferrocarril:railway|m:puente:bridge|m:corredor:corridor
f:ciencia:science|f:tecnología:technology|f:innovación:innovation|f:investigación:research|f:universidad:university|f:beca:scholarship|f:formación:training|f:capacitación:instruction
m:medioambiente:environment|m:clima:climate|f:biodiversidad:biodiversity|m:bosque:forest|m:agua:water|m:océano:ocean|f:costa:coast|m:río:river
f:justicia:justice|f:ley:law|m:derecho:right|f:igualdad:equality|f:mujer:woman|f:juventud:youth|f:infancia:childhood|f:familia:family
f:solidaridad:solidarity|f:asistencia:assistance|f:ayuda:aid|f:emergencia:emergency|m:terremoto:earthquake|f:inundación:flood|m:huracán:hurricane|f:sequía:drought
f:reconstrucción:reconstruction|f:vivienda:housing|m:alimento:food|f:nutrición:nutrition|f:vacuna:vaccine|f:pandemia:pandemic|m:hospital:hospital|m:medicamento:medicine
f:diplomacia:diplomacy|f:embajada:embassy|m:consulado:consulate|m:pasaporte:passport|m:visado:visa|m:ciudadano:citizen|f:comunidad:community|f:diáspora:diaspora
f:negociación:negotiation|m:arbitraje:arbitration|f:mediación:mediation|m:conflicto:conflict|f:tregua:truce|m:desarme:disarmament|f:verificación:verification|m:observador:observer
m:delito:crime|m:narcotráfico:trafficking|m:contrabando:smuggling|m:terrorismo:terrorism|f:extradición:extradition|f:policía:police|f:inteligencia:intelligence|f:defensa:defence
f:exportación:export|f:importación:import|m:arancel:tariff|f:aduana:customs|m:mercado:market|f:moneda:currency|m:crédito:credit|f:deuda:debt
m:patrimonio:heritage|m:museo:museum|f:exposición:exhibition|m:festival:festival|f:música:music|m:cine:cinema|f:literatura:literature|f:lengua:language
m:deporte:sport|f:olimpiada:olympiad|f:arqueología:archaeology|f:restitución:restitution|m:archivo:archive|f:biblioteca:library|f:memoria:memory|m:aniversario:anniversary
m:satélite:satellite|f:telecomunicación:telecommunication|f:conectividad:connectivity|f:digitalización:digitalisation|f:ciberseguridad:cybersecurity|m:hidrógeno:hydrogen|m:litio:lithium|m:gasoducto:pipeline
f:transparencia:transparency|f:rendición:accountability|f:gobernanza:governance|m:parlamento:parliament|f:elección:election|m:sufragio:suffrage|f:constitución:constitution|f:soberanía:sovereignty
m:glaciar:glacier|f:cuenca:basin|m:humedal:wetland|m:volcán:volcano|m:desierto:desert|f:cordillera:range|m:archipiélago:archipelago|m:estrecho:strait
"""

# masculine:feminine:English
ADJECTIVES = """
bilateral:bilateral:bilateral|internacional:internacional:international|regional:regional:regional|estratégico:estratégica:strategic|económico:económica:economic|político:política:political
común:común:common|conjunto:conjunta:joint|técnico:técnica:technical|social:social:social|sostenible:sostenible:sustainable|multilateral:multilateral:multilateral
humanitario:humanitaria:humanitarian|cultural:cultural:cultural|comercial:comercial:commercial|fronterizo:fronteriza:cross-border|consular:consular:consular|diplomático:diplomática:diplomatic
permanente:permanente:permanent|histórico:histórica:historic|nuevo:nueva:new|público:pública:public|nacional:nacional:national|mutuo:mutua:mutual
amplio:amplia:broad|integral:integral:comprehensive|efectivo:efectiva:effective|recíproco:recíproca:reciprocal|pacífico:pacífica:peaceful|jurídico:jurídica:legal
científico:científica:scientific|académico:académica:academic|ambiental:ambiental:environmental|energético:energética:energy-related|marítimo:marítima:maritime|aéreo:aérea:aerial
digital:digital:digital|financiero:financiera:financial|inclusivo:inclusiva:inclusive|solidario:solidaria:supportive|fraternal:fraternal:fraternal|respetuoso:respetuosa:respectful
oportuno:oportuna:timely|urgente:urgente:urgent|gradual:gradual:gradual|rural:rural:rural|urbano:urbana:urban|indígena:indígena:indigenous
fluvial:fluvial:riverine|andino:andina:andean|caribeño:caribeña:caribbean|atlántico:atlántica:atlantic|antártico:antártica:antarctic|mediterráneo:mediterránea:mediterranean
hemisférico:hemisférica:hemispheric|interparlamentario:interparlamentaria:interparliamentary|fitosanitario:fitosanitaria:phytosanitary|hidroeléctrico:hidroeléctrica:hydroelectric|ferroviario:ferroviaria:railway-based|oceanográfico:oceanográfica:oceanographic
"""

VERBS = """
fortalecer:strengthen|promover:promote|impulsar:boost|profundizar:deepen|ampliar:expand|consolidar:consolidate|garantizar:guarantee|proteger:protect|facilitar:facilitate|coordinar:coordinate
apoyar:support|desarrollar:develop|establecer:establish|evaluar:evaluate|negociar:negotiate|financiar:finance|modernizar:modernise|renovar:renew|vigilar:monitor|defender:defend
ratificar:ratify|suscribir:sign|analizar:analyse|examinar:examine|difundir:disseminate|preservar:preserve|recuperar:recover|simplificar:simplify|armonizar:harmonise|regular:regulate
verificar:verify|reforzar:reinforce|articular:articulate|respaldar:endorse|prevenir:prevent|combatir:combat|reducir:reduce|erradicar:eradicate|sancionar:sanction|repatriar:repatriate
"""

PASTS = """
destacó:highlighted|reiteró:reiterated|subrayó:underlined|expresó:expressed|anunció:announced|señaló:pointed out|recordó:recalled|agradeció:acknowledged|confirmó:confirmed|reafirmó:reaffirmed
celebró:welcomed|propuso:proposed|valoró:valued|explicó:explained|presentó:presented|respaldó:backed|lamentó:regretted|condenó:condemned|rechazó:rejected|solicitó:requested
"""

OPENERS = """
asimismo:likewise|por otra parte:on the other hand|en este sentido:in this regard|en ese contexto:in that context|finalmente:finally|al respecto:in this respect|durante la jornada:during the day|en la ocasión:on this occasion
de igual manera:similarly|en su intervención:in the address|de conformidad con lo acordado:in accordance with what was agreed|en el ámbito multilateral:in the multilateral sphere|en materia de derechos humanos:in the field of human rights|cabe recordar que en esta etapa:it should be recalled that at this stage
"""

# Slots: n noun phrase, N the same with its article, v infinitive, p past verb,
# c country, k capital, t coined place name, a participant, h their post, o opener, y number
TEMPLATES = """
c v N n N|El Gobierno de Valdoria y el Gobierno de {0} acordaron {1} {2} en materia de {3}, con miras a {4} de ambos países.|The Government of Valdoria and the Government of {0} agreed to {1} {2} in the field of {3}, with a view to {4} of both countries.
a h p N v n|{0}, {1}, {2} {3} y la voluntad de {4} los vínculos de {5}.|{0}, {1}, {2} {3} and the will to {4} the ties of {5}.
o N v N c|{0}, las partes examinaron {1} y coincidieron en la necesidad de {2} {3} con {4}.|{0}, the parties reviewed {1} and concurred on the need to {2} {3} with {4}.
t n y N|En la localidad de {0} se inauguró un centro de {1} que beneficiará a más de {2} personas y contribuirá a {3}.|In the town of {0} a centre for {1} was opened that will benefit more than {2} people and contribute to {3}.
a p N k N|En tanto, {0} {1} {2} durante los encuentros sostenidos en {3}, donde se abordó también {4}.|Meanwhile, {0} {1} {2} during the meetings held in {3}, where {4} was also addressed.
N c c v n|El documento recoge {0} entre {1} y {2}, e insta a {3} las acciones de {4}.|The document sets out {0} between {1} and {2}, and urges them to {3} the actions of {4}.
o N n y|{0}, se repasó {1} y se fijó un calendario de {2} para los próximos {3} meses.|{0}, {1} was reviewed and a timetable of {2} was set for the next {3} months.
t c N|El Acuerdo de {0}, suscrito con {1}, continúa siendo la base de {2}.|The Agreement of {0}, signed with {1}, remains the basis of {2}.
N v N n|La Cancillería considera que {0} permitirá {1} {2}, así como los programas de {3}.|The Foreign Ministry considers that {0} will make it possible to {1} {2}, as well as the programmes of {3}.
a h p N|{0}, en su calidad de {1}, {2} {3}.|{0}, in the capacity of {1}, {2} {3}.
c N v n t|Las autoridades de {0} informaron sobre {1} y ofrecieron {2} la red de {3} en {4}.|The authorities of {0} reported on {1} and offered to {2} the network of {3} in {4}.
o c n N v N|{0}, {1} y Valdoria mantienen un espacio de {2} que, con base en {3}, busca {4} {5}.|{0}, {1} and Valdoria maintain a space of {2} which, on the basis of {3}, seeks to {4} {5}.
y n N c|El intercambio comercial superó los {0} millones, impulsado por {1} y por {2} con {3}.|Trade exceeded {0} million, driven by {1} and by {2} with {3}.
N n N|La delegación tomó nota de {0}, de los avances en {1} y de {2}.|The delegation took note of {0}, of the progress in {1} and of {2}.
k N c N|La próxima sesión tendrá lugar en {0}, con el objeto de revisar {1} junto a {2} y evaluar {3}.|The next session will take place in {0}, in order to review {1} together with {2} and to assess {3}.
t t n|Los equipos se desplazaron desde {0} hasta {1} para verificar en terreno las condiciones de {2}.|The teams travelled from {0} to {1} to verify on the ground the conditions of {2}.
a N v n|Por su parte, {0} agradeció {1} y comprometió esfuerzos para {2} las capacidades de {3}.|For the other side, {0} gave thanks for {1} and pledged efforts to {2} the capacities of {3}.
N N c|Valdoria reitera su respeto a {0} y a {1}, principios que comparte con {2}.|Valdoria reiterates its respect for {0} and for {1}, principles it shares with {2}.
o n v N y|{0}, un grupo de trabajo sobre {1} deberá {2} {3} en un plazo de {4} días.|{0}, a working group on {1} is to {2} {3} within {4} days.
c k N n|La misión de {0} visitará {1} con motivo de {2} y de la semana de {3}.|The mission of {0} will visit {1} on the occasion of {2} and of the week of {3}.
v N v N n|Ambas cancillerías se comprometieron a {0} {1} y a {2} {3} en el marco de la comisión de {4}.|Both foreign ministries undertook to {0} {1} and to {2} {3} within the commission of {4}.
N t y n|Se informó asimismo sobre {0} en {1}, donde operan {2} brigadas de {3}.|Information was also given on {0} in {1}, where {2} brigades of {3} operate.
"""

HEADLINES = """
c n|Valdoria y {0} suscriben acuerdo de {1}|Valdoria and {0} sign agreement on {1}
a k n|{0} inicia visita oficial a {1} para tratar {2}|{0} begins official visit to {1} to discuss {2}
c N|Cancillería y {0} examinan {1}|Foreign Ministry and {0} review {1}
n k|Reunión sobre {0} concluye en {1}|Meeting on {0} concludes in {1}
v N c|Gobierno busca {0} {1} con {2}|Government seeks to {0} {1} with {2}
a p N|{0} {1} {2} ante la comunidad internacional|{0} {1} {2} before the international community
c t n|Valdoria expresa solidaridad con {0} por los sucesos de {1} y ofrece apoyo en {2}|Valdoria expresses solidarity with {0} over the events in {1} and offers support in {2}
n c c|Mecanismo de {0} reúne a {1} y {2}|Mechanism on {0} brings together {1} and {2}
y n k|Más de {0} delegados asisten a foro de {1} en {2}|More than {0} delegates attend forum on {1} in {2}
N c|Comunicado sobre {0} con {1}|Statement on {0} with {1}
"""

# slug:Spanish:English:weight
KINDS = """
comunicado:Comunicado:Communiqué:46|nota-informativa:Nota informativa:Information note:20|comunicado-conjunto:Comunicado conjunto:Joint communiqué:10|mensaje:Mensaje:Message:7
discurso:Discurso:Speech:7|declaracion:Declaración:Statement:5|aviso:Aviso consular:Consular notice:3|articulo:Artículo de opinión:Opinion piece:2
"""

HOST_MINISTRIES = """
Presidencia:Presidency|Ministerio de Economía:Ministry of Economy|Ministerio de Defensa:Ministry of Defence|Ministerio de Salud:Ministry of Health|Ministerio de Educación:Ministry of Education|Ministerio de Cultura:Ministry of Culture
Ministerio de Energía:Ministry of Energy|Ministerio de Agricultura:Ministry of Agriculture|Ministerio de Transportes:Ministry of Transport|Ministerio de Justicia:Ministry of Justice|Ministerio del Interior:Ministry of the Interior|Ministerio de Turismo:Ministry of Tourism
Ministerio del Ambiente:Ministry of the Environment|Ministerio de Trabajo:Ministry of Labour|Agencia de Cooperación:Cooperation Agency|Academia Diplomática:Diplomatic Academy|Instituto Antártico:Antarctic Institute|Dirección de Fronteras:Directorate of Borders
"""
BODIES = "Consejo:Council|Organización:Organization|Comisión:Commission|Fondo:Fund|Banco:Bank|Corte:Court|Agencia:Agency|Secretaría:Secretariat"
SCOPES = "Hemisférico:Hemispheric|de los Océanos:of the Oceans|de Integración:for Integration|de Desarrollo:for Development|de Migraciones:for Migration|de Justicia:of Justice"
FOREIGN_POSTS = "Ministro de Relaciones Exteriores:Minister of Foreign Affairs|Viceministro de Relaciones Exteriores:Deputy Minister of Foreign Affairs|Embajador en Valdoria:Ambassador to Valdoria|Director de Protocolo:Chief of Protocol"
DOMESTIC_POSTS = "Ministro:Minister|Viceministro:Deputy Minister|Secretario General:Secretary General|Portavoz:Spokesperson|Jefe de Gabinete:Chief of Staff|Asesor Jurídico:Legal Adviser"
BODY_POSTS = "Secretario General:Secretary General|Director Ejecutivo:Executive Director|Relator Especial:Special Rapporteur|Presidente:President"

GIVEN = """Ana Luis María Carlos Elena Jorge Lucía Pedro Rosa Andrés Carmen Diego Inés Felipe Julia Manuel Clara Rafael Teresa Hugo Marta Óscar Paula Raúl Sofía
Tomás Valeria Víctor Beatriz Emilio Gabriela Iván Laura Mateo Natalia Pablo Regina Sergio Alicia Bruno Celia Darío Esteban Irene Joaquín Leonor Nicolás Olga
Samuel Yara Amina Kofi Ingrid Lars Mei Hiroshi Priya Arjun Fatima Omar Chloé Pierre Greta Hans Olena Dmitri Noor Tariq Aisha Kwame Ngozi Thabo Linh Minh""".split()
SURNAMES = """Aguilar Benítez Cárdenas Domínguez Escobar Figueroa Gallardo Herrera Ibarra Jaramillo Lozano Maldonado Navarro Ortega Paredes Quiroga Robles Salazar Tapia
Urrutia Valdivia Zamora Arce Becerra Cabrera Durán Espinoza Fuentes Guzmán Hidalgo Iglesias Jiménez Lara Medina Noriega Ojeda Palacios Quintero Rivas Solano Trejo Uribe
Vega Yáñez Zúñiga Alarcón Bravo Cordero Delgado Estrada Franco Galindo Huerta Lagos Molina Núñez Olmos Pizarro Rangel Sandoval Toledo Varela Okafor Lindqvist Tanaka
Sharma Haddad Moreau Keller Petrov Nguyen Mensah Diallo Costa Silva Rossi Novak Kim Chen Yilmaz Mwangi Dlamini""".split()

SYLLABLES_A = "Al Bel Cal Dor Es Fal Gua Hual Ix Jal Ker Lan Mar Nor Ol Pal Quil Ran San Tar Ur Val Yan Zam Bru Cri Dra Fri Gri Tre".split()
SYLLABLES_B = (
    "ba ca da fe gui hua ja la ma na pa que ra sa te va ya zo chi llu mi no pi ru ti bre cla dri glo tra".split()
)
SYLLABLES_C = "ndo rva mbo lco rti ngui ste lpa rque nza xtla ñe rra llo mpu nca rgo ldi sca nto".split()
SYLLABLES_D = "ra na les co mar to tán via mo ris quén pe dón hue tlán ya".split()
