"""States as the two languages write them, with the adjective of each and its capital.

The table says whose a delegation or a post is; a word in it is never taken for a person's first name.
A State that is not in it is learnt from the text itself, see `sides.py`.
"""

from functools import cache

from comunicados.intake.parser.tokens import fold

# Spanish / English / adjective in Spanish / adjective in English / capital (Spanish, English when it differs)
_STATES = """
Afganistán/Afghanistan/afgano/Afghan/Kabul; Albania/Albania/albanés/Albanian/Tirana
Alemania/Germany/alemán/German/Berlín,Berlin; Andorra/Andorra/andorrano/Andorran/Andorra la Vieja
Angola/Angola/angoleño/Angolan/Luanda; Antigua y Barbuda/Antigua and Barbuda/antiguano/Antiguan/Saint John's
Arabia Saudita,Arabia Saudí/Saudi Arabia/saudí/Saudi/Riad,Riyadh
Argelia/Algeria/argelino/Algerian/Argel,Algiers
Argentina/Argentina/argentino/Argentine,Argentinian/Buenos Aires
Armenia/Armenia/armenio/Armenian/Ereván,Yerevan; Australia/Australia/australiano/Australian/Canberra
Austria/Austria/austriaco/Austrian/Viena,Vienna; Azerbaiyán/Azerbaijan/azerbaiyano/Azerbaijani/Bakú,Baku
Bahamas/Bahamas/bahameño/Bahamian/Nasáu,Nassau; Baréin/Bahrain/bareiní/Bahraini/Manama
Bangladés,Bangladesh/Bangladesh/bangladesí/Bangladeshi/Daca,Dhaka
Barbados/Barbados/barbadense/Barbadian/Bridgetown; Bélgica/Belgium/belga/Belgian/Bruselas,Brussels
Belice/Belize/beliceño/Belizean/Belmopán,Belmopan; Benín/Benin/beninés/Beninese/Porto Novo
Bielorrusia,Belarús/Belarus/bielorruso/Belarusian/Minsk; Bolivia/Bolivia/boliviano/Bolivian/La Paz
Bosnia y Herzegovina,Bosnia-Herzegovina/Bosnia and Herzegovina/bosnio/Bosnian/Sarajevo
Botsuana/Botswana/botsuano/Botswanan/Gaborone; Brasil/Brazil/brasileño/Brazilian/Brasilia,Brasília
Brunéi,Brunéi Darussalam/Brunei,Brunei Darussalam/bruneano/Bruneian/Bandar Seri Begawan
Bulgaria/Bulgaria/búlgaro/Bulgarian/Sofía,Sofia
Burkina Faso/Burkina Faso/burkinés/Burkinabe/Uagadugú,Ouagadougou; Burundi/Burundi/burundés/Burundian/Gitega
Bután/Bhutan/butanés/Bhutanese/Timbu,Thimphu; Cabo Verde/Cabo Verde,Cape Verde/caboverdiano/Cabo Verdean/Praia
Camboya/Cambodia/camboyano/Cambodian/Nom Pen,Phnom Penh; Camerún/Cameroon/camerunés/Cameroonian/Yaundé,Yaoundé
Canadá/Canada/canadiense/Canadian/Ottawa,Otawa; Catar,Qatar/Qatar/catarí/Qatari/Doha
Chad/Chad/chadiano/Chadian/Yamena; Chile/Chile/chileno/Chilean/Santiago
China,República Popular China/China,People's Republic of China/chino/Chinese/Pekín,Beijing
Chipre/Cyprus/chipriota/Cypriot/Nicosia
Colombia/Colombia/colombiano/Colombian/Bogotá; Comoras/Comoros/comorense/Comoran/Moroni
Congo/Congo/congoleño/Congolese/Brazzaville
Corea del Sur,República de Corea,Corea/South Korea,Republic of Korea,ROK,Korea/surcoreano/Korean/Seúl,Seoul
Corea del Norte,República Popular Democrática de Corea/North Korea,DPRK/norcoreano/North Korean/Pionyang,Pyongyang
Costa de Marfil/Ivory Coast,Côte d'Ivoire/marfileño/Ivorian/Yamusukro
Costa Rica/Costa Rica/costarricense/Costa Rican/San José; Croacia/Croatia/croata/Croatian/Zagreb
Cuba/Cuba/cubano/Cuban/La Habana,Havana; Dinamarca/Denmark/danés/Danish/Copenhague,Copenhagen
Dominica/Dominica/dominiqués/Dominican/Roseau; Ecuador/Ecuador/ecuatoriano/Ecuadorian/Quito
Egipto/Egypt/egipcio/Egyptian/El Cairo,Cairo; El Salvador/El Salvador/salvadoreño/Salvadoran/San Salvador
Emiratos Árabes Unidos,EAU/United Arab Emirates,UAE/emiratí/Emirati/Abu Dabi,Abu Dhabi
Eritrea/Eritrea/eritreo/Eritrean/Asmara; Eslovaquia/Slovakia/eslovaco/Slovak/Bratislava
Eslovenia/Slovenia/esloveno/Slovenian/Liubliana,Ljubljana; España/Spain/español/Spanish/Madrid
Estonia/Estonia/estonio/Estonian/Tallin,Tallinn
Estados Unidos,EE.UU.,EEUU,EUA,EE. UU./United States,U.S.,US,USA/estadounidense/American/Washington
Esuatini/Eswatini/suazi/Swazi/Mbabane; Etiopía/Ethiopia/etíope/Ethiopian/Adís Abeba,Addis Ababa
Filipinas/Philippines/filipino/Philippine,Filipino/Manila; Finlandia/Finland/finlandés/Finnish/Helsinki
Fiyi/Fiji/fiyiano/Fijian/Suva; Francia/France/francés/French/París,Paris
Gabón/Gabon/gabonés/Gabonese/Libreville; Gambia/Gambia/gambiano/Gambian/Banjul
Georgia/Georgia/georgiano/Georgian/Tiflis,Tbilisi; Ghana/Ghana/ghanés/Ghanaian/Acra,Accra
Granada/Grenada/granadino/Grenadian/Saint George's; Grecia/Greece/griego/Greek/Atenas,Athens
Guatemala/Guatemala/guatemalteco/Guatemalan/Ciudad de Guatemala,Guatemala City
Guinea/Guinea/guineano/Guinean/Conakri,Conakry; Guinea-Bisáu/Guinea-Bissau/guineano/Guinean/Bisáu,Bissau
Guinea Ecuatorial/Equatorial Guinea/ecuatoguineano/Equatoguinean/Malabo
Guyana/Guyana/guyanés/Guyanese/Georgetown; Haití/Haiti/haitiano/Haitian/Puerto Príncipe,Port-au-Prince
Honduras/Honduras/hondureño/Honduran/Tegucigalpa; Hungría/Hungary/húngaro/Hungarian/Budapest
India,la India/India/indio/Indian/Nueva Delhi,New Delhi
Indonesia/Indonesia/indonesio/Indonesian/Yakarta,Jakarta; Irak/Iraq/iraquí/Iraqi/Bagdad,Baghdad
Irán/Iran/iraní/Iranian/Teherán,Tehran; Irlanda del Norte/Northern Ireland///
Irlanda/Ireland/irlandés/Irish/Dublín,Dublin
Islandia/Iceland/islandés/Icelandic/Reikiavik,Reykjavik
Islas Cook/Cook Islands/cookiano/Cook Islander/Avarua; Niue/Niue/niueano/Niuean/Alofi
Kosovo/Kosovo/kosovar/Kosovar/Pristina; Groenlandia/Greenland/groenlandés/Greenlandic/Nuuk
Islas Marshall/Marshall Islands/marshalés/Marshallese/Majuro
Islas Salomón/Solomon Islands/salomonense/Solomon Islander/Honiara
Israel/Israel/israelí/Israeli/Jerusalén,Jerusalem; Italia/Italy/italiano/Italian/Roma,Rome
Jamaica/Jamaica/jamaicano/Jamaican/Kingston; Japón/Japan/japonés/Japanese/Tokio,Tokyo
Jordania/Jordan/jordano/Jordanian/Amán,Amman; Kazajistán/Kazakhstan/kazajo/Kazakh/Astaná,Astana
Kenia/Kenya/keniano/Kenyan/Nairobi; Kirguistán/Kyrgyzstan/kirguís/Kyrgyz/Biskek,Bishkek
Kiribati/Kiribati/kiribatiano/Kiribati/Tarawa; Kuwait/Kuwait/kuwaití/Kuwaiti/Ciudad de Kuwait,Kuwait City
Laos/Laos,Lao PDR/laosiano/Lao/Vientián,Vientiane; Lesoto/Lesotho/lesotense/Basotho/Maseru
Letonia/Latvia/letón/Latvian/Riga; Líbano/Lebanon/libanés/Lebanese/Beirut
Liberia/Liberia/liberiano/Liberian/Monrovia; Libia/Libya/libio/Libyan/Trípoli,Tripoli
Liechtenstein/Liechtenstein/liechtensteiniano/Liechtenstein/Vaduz
Lituania/Lithuania/lituano/Lithuanian/Vilna,Vilnius
Luxemburgo/Luxembourg/luxemburgués/Luxembourgish/Luxemburgo,Luxembourg
Macedonia del Norte/North Macedonia/macedonio/Macedonian/Skopie,Skopje
Madagascar/Madagascar/malgache/Malagasy/Antananarivo; Malasia/Malaysia/malasio/Malaysian/Kuala Lumpur
Malaui/Malawi/malauí/Malawian/Lilongüe,Lilongwe; Maldivas/Maldives/maldivo/Maldivian/Malé
Malí/Mali/maliense/Malian/Bamako; Malta/Malta/maltés/Maltese/La Valeta,Valletta
Marruecos/Morocco/marroquí/Moroccan/Rabat; Mauricio/Mauritius/mauriciano/Mauritian/Port Louis
Mauritania/Mauritania/mauritano/Mauritanian/Nuakchot,Nouakchott
México,Estados Unidos Mexicanos/Mexico,United Mexican States/mexicano/Mexican/Ciudad de México,Mexico City
Micronesia/Micronesia/micronesio/Micronesian/Palikir; Moldavia/Moldova/moldavo/Moldovan/Chisináu,Chisinau
Mónaco/Monaco/monegasco/Monegasque/Mónaco,Monaco; Mongolia/Mongolia/mongol/Mongolian/Ulán Bator,Ulaanbaatar
Montenegro/Montenegro/montenegrino/Montenegrin/Podgorica; Mozambique/Mozambique/mozambiqueño/Mozambican/Maputo
Birmania,Myanmar/Myanmar/birmano/Burmese/Naipyidó,Naypyidaw; Namibia/Namibia/namibio/Namibian/Windhoek
Nauru/Nauru/nauruano/Nauruan/Yaren; Nepal/Nepal/nepalí/Nepali,Nepalese/Katmandú,Kathmandu
Nicaragua/Nicaragua/nicaragüense/Nicaraguan/Managua; Níger/Niger/nigerino/Nigerien/Niamey
Nigeria/Nigeria/nigeriano/Nigerian/Abuya,Abuja; Noruega/Norway/noruego/Norwegian/Oslo
Nueva Zelanda,Nueva Zelandia/New Zealand/neozelandés/New Zealand/Wellington
Omán/Oman/omaní/Omani/Mascate,Muscat
Países Bajos/Netherlands/neerlandés/Dutch/La Haya,The Hague,Ámsterdam,Amsterdam
Pakistán/Pakistan/pakistaní/Pakistani/Islamabad; Palaos/Palau/palauano/Palauan/Ngerulmud
Palestina/Palestine/palestino/Palestinian/Ramala,Ramallah
Panamá/Panama/panameño/Panamanian/Ciudad de Panamá,Panama City
Papúa Nueva Guinea/Papua New Guinea/papú/Papuan/Puerto Moresby,Port Moresby
Paraguay/Paraguay/paraguayo/Paraguayan/Asunción; Perú/Peru/peruano/Peruvian/Lima
Polonia/Poland/polaco/Polish/Varsovia,Warsaw; Portugal/Portugal/portugués/Portuguese/Lisboa,Lisbon
Reino Unido,Gran Bretaña/United Kingdom,UK,U.K.,Great Britain/británico/British/Londres,London
República Centroafricana/Central African Republic/centroafricano/Central African/Bangui
República Checa,Chequia/Czech Republic,Czechia/checo/Czech/Praga,Prague
República Democrática del Congo/Democratic Republic of the Congo/congoleño/Congolese/Kinsasa,Kinshasa
República Dominicana/Dominican Republic/dominicano/Dominican/Santo Domingo
Ruanda/Rwanda/ruandés/Rwandan/Kigali; Rumania,Rumanía/Romania/rumano/Romanian/Bucarest,Bucharest
Rusia,Federación de Rusia/Russia,Russian Federation/ruso/Russian/Moscú,Moscow; Samoa/Samoa/samoano/Samoan/Apia
San Cristóbal y Nieves/Saint Kitts and Nevis,St. Kitts and Nevis/sancristobaleño/Kittitian/Basseterre
San Marino/San Marino/sanmarinense/Sammarinese/San Marino
Santa Sede/Holy See/vaticano/Vatican/Ciudad del Vaticano,Vatican City
San Vicente y las Granadinas/Saint Vincent and the Grenadines/sanvicentino/Vincentian/Kingstown
Santa Lucía/Saint Lucia,St. Lucia,St Lucia/santalucense/Saint Lucian/Castries
Santo Tomé y Príncipe/São Tomé and Príncipe/santotomense/São Toméan/Santo Tomé,São Tomé
Senegal/Senegal/senegalés/Senegalese/Dakar; Serbia/Serbia/serbio/Serbian/Belgrado,Belgrade
Seychelles/Seychelles/seychelense/Seychellois/Victoria
Sierra Leona/Sierra Leone/sierraleonés/Sierra Leonean/Freetown
Singapur/Singapore/singapurense/Singaporean/Singapur,Singapore; Siria/Syria/sirio/Syrian/Damasco,Damascus
Somalia/Somalia/somalí/Somali/Mogadiscio,Mogadishu; Sri Lanka/Sri Lanka/ceilanés/Sri Lankan/Colombo
Sudáfrica/South Africa/sudafricano/South African/Pretoria; Sudán/Sudan/sudanés/Sudanese/Jartum,Khartoum
Sudán del Sur/South Sudan/sursudanés/South Sudanese/Yuba,Juba; Suecia/Sweden/sueco/Swedish/Estocolmo,Stockholm
Suiza/Switzerland/suizo/Swiss/Berna,Bern,Ginebra,Geneva; Surinam/Suriname/surinamés/Surinamese/Paramaribo
Tailandia/Thailand/tailandés/Thai/Bangkok
Taiwán,República de China/Taiwan,Republic of China/taiwanés/Taiwanese/Taipéi,Taipei
Tanzania/Tanzania/tanzano/Tanzanian/Dodoma; Tayikistán/Tajikistan/tayiko/Tajik/Dusambé,Dushanbe
Timor Oriental,Timor-Leste/East Timor,Timor-Leste/timorense/Timorese/Dili; Togo/Togo/togolés/Togolese/Lomé
Tonga/Tonga/tongano/Tongan/Nukualofa
Trinidad y Tobago/Trinidad and Tobago/trinitense/Trinidadian/Puerto España,Port of Spain
Túnez/Tunisia/tunecino/Tunisian/Túnez,Tunis; Turkmenistán/Turkmenistan/turcomano/Turkmen/Asjabad,Ashgabat
Turquía,Türkiye/Turkey,Türkiye/turco/Turkish/Ankara; Tuvalu/Tuvalu/tuvaluano/Tuvaluan/Funafuti
Ucrania/Ukraine/ucraniano/Ukrainian/Kiev,Kyiv; Uganda/Uganda/ugandés/Ugandan/Kampala
Uruguay/Uruguay/uruguayo/Uruguayan/Montevideo; Uzbekistán/Uzbekistan/uzbeko/Uzbek/Taskent,Tashkent
Vanuatu/Vanuatu/vanuatuense/Ni-Vanuatu/Port Vila; Venezuela/Venezuela/venezolano/Venezuelan/Caracas
Vietnam,Viet Nam/Vietnam,Viet Nam/vietnamita/Vietnamese/Hanói,Hanoi; Yemen/Yemen/yemení/Yemeni/Saná,Sanaa
Yibuti/Djibouti/yibutiano/Djiboutian/Yibuti,Djibouti; Zambia/Zambia/zambiano/Zambian/Lusaka
Zimbabue/Zimbabwe/zimbabuense/Zimbabwean/Harare; Unión Europea,UE/European Union,EU///
Unión Africana/African Union,AU///; Naciones Unidas,ONU/United Nations,UN///; OEA/OAS///; CARICOM/CARICOM///;
CELAC/CELAC///
"""


def _forms(adjective: str) -> list[str]:
    """A Spanish adjective in its genders and numbers; an English one is its own only form."""
    if adjective.endswith("o"):
        stem = adjective[:-1]
        return [stem + ending for ending in ("o", "a", "os", "as")]
    bare = fold(adjective)
    return [adjective, adjective + "s", adjective + "es", bare + "a", bare + "as", bare + "es"]


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """States, adjectives and capitals, folded, each with the number of the State."""
    states: dict[str, int] = {}
    adjectives: dict[str, int] = {}
    capitals: dict[str, int] = {}
    entries = (entry.strip() for entry in _STATES.replace("\n", ";").split(";"))
    for number, entry in enumerate(filter(None, entries)):
        es, en, of_es, of_en, capital = (column.split(",") if column else [] for column in entry.split("/"))
        # "People's" is two tokens.
        states |= {fold(name).rstrip(".").replace("'s", " 's"): number for name in es + en}
        adjectives |= {fold(form): number for adjective in of_es for form in _forms(adjective)}
        adjectives |= {fold(form): number for form in of_en}
        capitals |= {fold(name): number for name in capital}
    return states, adjectives, capitals


LONGEST = 6  # words of the longest name in the table


@cache
def _openings() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in _tables()[0])


def opens_a_state(word: str) -> bool:
    """Whether the name of some State of the table begins with this folded word."""
    return word in _openings()


def state(words: str) -> int | None:
    """The number of the State so called, in either language."""
    return _tables()[0].get(words)


def of_adjective(word: str) -> int | None:
    """The number of the State whose adjective this is ("mexicana", "Mexican")."""
    return _tables()[1].get(word)


def of_capital(words: str) -> int | None:
    """The number of the State whose capital this is."""
    return _tables()[2].get(words)
