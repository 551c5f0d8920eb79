"""First names of many languages, folded: they leave no doubt that a run of capitals is a person.

A word that is also a place, a month or a thing stands here only when it is a name far more often.
"""

from comunicados.intake.parser.tokens import words

_SPANISH_AND_PORTUGUESE = """
abel abelardo abigail ada adalberto adela adelaida adolfo adrian adriana afonso agata agustin agustina aida ainhoa
aitana aitor alba alberto aldana aldo alejandra alejandro alessandra alfonso alfredo alicia alina alma almudena
alondra alvaro amada amadeo amaia amalia amanda amaya amelia amparo ana anabel anahi analia andrea andreia andres
angel angela angelica angelina anibal anita anselmo antonella antonia antonio aparecida apolonia araceli arancha
aranza argentina ariadna ariana ariel arlette armando arnaldo arnulfo arsenio arturo asdrubal atilio augusta augusto
aura aurelia aurelio aurora azucena baldomero baltasar barbara bartolome basilio bautista beatriz belen belinda
belisario benicio benigno benita benito benjamin berenice bernabe bernarda bernardino bernardo bertha betania betty
bianca bibiana blanca blas bonifacio braulio brenda brigida bruna bruno calixto camila camilo candelaria carina
carla carlos carlota carmela carmen carolina casandra casimiro catalina caterina cayetana cayetano cecilia celedonio
celeste celestino celia celina celso cesar cesareo cinthia cintia cipriano ciro clara claudia claudio clemencia
clemente cleofe clotilde conrado constantino constanza consuelo cora corina cornelio cristian cristiana cristina
cristobal cuauhtemoc cynthia dagoberto daisy dalia damaris damaso damian daniel daniela danilo danna dante dario
dayana debora delfin delfina delia demetrio denisse desiderio diana diego dilma dina dino diogo dionisio dolores
domenica domingo dora doris dulce edelmira eder edgar edgardo edith edmundo edna eduarda eduardo efrain efren eladio
elba elda eleazar elena eleonora elias eligio elisa elisabet elizardo elmer eloisa eloy elsa elvia elvira emanuel
emeterio emilia emiliana emiliano emilio emma encarnacion enrique enriqueta epifanio erasmo erika ernestina ernesto
esmeralda esperanza estanislao esteban estefania estela ester esther eudaldo eufemia eugenia eugenio eulalia eulalio
eusebio eva evangelina evaristo evelia evelin ezequiel fabian fabiana fabio fabiola fabricio facundo fatima faustino
fausto federica federico feliciano felipa felipe felisa felix fermin fernanda fernando ferran fidel fidelina
filiberto filomena flavia flavio florencia florencio florentina florentino florinda fortunato francesc francisca
francisco froilan gabino gabriel gabriela gael gaspar genaro genoveva georgina gerardo german gerson gervasio
gilberto gilda giomar gisela gisele giselle gladys glenda gloria gonzalo graciela gregoria gregorio greta griselda
guadalupe gualberto guido guillermina guillermo gumersindo gustavo haroldo haydee hector heidy helder helena
heliodoro henrique heraldo heriberto hermelinda herminda herminia herminio hernan hernando higinio hilario hilda
hipolito homero honorio horacio hortensia hugo humberto idalia ignacia ignacio ilda ildefonso ileana imelda ines
ingrid inocencio irene iris irma isaac isabel isabella isadora isaias isaura isela isidora isidoro isidro ismael
israel itzel iva ivan ivanna ivone ivonne jacinta jacinto jacobo jaime jair javier javiera jazmin jenaro jeremias
jeronimo jesus jimena jimmy joana joao joaquin joaquina joel jonas jordi jorge jorgelina josafat jose josefa
josefina joselyn josep josue jovita juan juana juanita judit julia julian juliana julieta julio justina juvenal
karina karla katia kenia keyla laia lara larissa laura lautaro lazaro leandra leandro leila leire leocadia leonardo
leoncio leonel leonidas leonor leopoldo leticia leyla lia librada lidia ligia lilian liliana lina lisandro lisbeth
livia lizbeth lizeth lorena lorenza lorenzo lourdes lucas lucero lucia luciana luciano lucila lucio lucrecia luis
luisa luisana luiz lupe luz lydia macarena macario magali magaly magda magdalena maite malena manuel manuela mara
marcela marcelina marcelino marcelo marcia marcial marcio marco marcos margarita maria mariam mariana mariangela
mariano maribel maricarmen mariela marina mario maripaz marisa marisela marisol maritza marlen marlene marta martin
martina martiniano maruja mateo mateus matias matilde maura mauricio mauro maxima maximiliano maximino maximo mayra
melania melchor melisa melissa melvin mercedes micaela miguel miguelina mikel milagros milena milton minerva miranda
mireia mireya miriam mirna mirta misael modesto moises monica monserrat montserrat myriam nadia nahuel nancy narciso
narda natalia natividad nazario nelida nelly nelson nemesio nerea nereida nery nestor neus nicanor nicasio nicolas
nicolasa nidia nieves nilda nilson noe noelia noemi nohemi nora norberto norma nuria nydia octaviano octavio odalys
odette ofelia olegario olga olimpia olivia omar onofre orestes orfelina oriana oriol orlando oscar osvaldo oswaldo
otilia otoniel ovidio pablo paloma pamela pancracio paola pascual patricia patricio paula paulina paulino paulo
pedro perla petra petrona pilar placido porfirio primitivo priscila purificacion quintin quirino rafael rafaela
raimundo ramiro ramon ramona raquel raul raymundo rebeca regina reinaldo remedios renata renato rene reynaldo
ricarda ricardo rigoberto rita roberta roberto rocio rodolfo rodrigo rogelia rogelio rolando romina romualdo ronaldo
roque rosa rosalba rosalia rosalinda rosamaria rosana rosario rosaura rosendo roser rosina roxana ruben rufino
ruperto rut ruth sabina sabino salome salomon salvador samira sandra santiago santos sara saturnino saul sebastian
selena selma serafin serafina sergio servando severino sheila silvana silverio silvestre silvia silvina silvio
simeon simona socorro sofia soledad sonia soraya stella susana tadeo tais tamara tania tarcisio tatiana telmo
teodora teodoro teofilo teresa teresita tiago timoteo tirso tito tomas tomasa toribio trinidad tulio ubaldo ulises
urbano ursula valentin valentina valeria valeriano valerio vanesa vanina vasco venancio veronica vicenta vicente
victoria victoriano victorino vilma vinicio vinicius violeta virgilio virginia viviana vladimir waldo walter wanda
wenceslao wilfredo wilfrido wilmer wilson xavier ximena xiomara xochitl yadira yago yamila yamile yanet yaneth
yanina yasmin yazmin yesenia yesica yohana yolanda yovana yuliana yuri zacarias zaida zenaida zenon zoila zoraida
zulema
"""
_ENGLISH_AND_FRENCH = """
aaron abby abraham adam adele adrien agnes alain alan albert aldous alec alex alexander alexandra alexandre alexis
alfred alice alison alistair allan allison alphonse alwyn amber amelie amy andre andrew andy angus ann anna annabel
anne annette annie anthony antoine antony archibald arlene arnaud arnold arthur ashley ashton aubrey audrey aurelie
avery barnaby barry bartholomew basil beatrice ben benedict benoit bernadette bernard bertrand beth bethany beverley
bill blaise blake bob bonnie brad bradley brandon brendan brent brian bridget brigitte brooke bruce bryan bryce
byron calvin cameron camille candice carl carlton carol caroline carolyn carrie casey cassandra catherine cathy
cecil cecile cedric celine chad chantal charles charlie charlotte cheryl chloe chris christelle christian christie
christine christophe christopher cindy claire clarence clark claude claudette clayton clement clifford clive clyde
cody colette colin colleen conor constance corinne courtney craig crispin crystal curtis cyril dale damien dan
daniella danielle danny daphne darrell darren dave david dawn dean deborah debra declan deirdre delphine denis
denise dennis derek desmond diane dick didier dirk dominic dominique donald donna doreen dorothea dorothy doug
douglas duncan dwayne dwight dylan ed eddie edmond edmund edouard edward edwin eileen elaine eleanor elisabeth elise
elizabeth ella ellen ellie elliott eloise elsie elspeth emile emilie emily emmanuel emmanuelle eric erica erin
ernest esme estelle ethan etienne eugene eunice evan eve evelyn ewan fabien fabienne fabrice faye felicity fergus
fernand fiona fleur florian frances francine francis franck francois francoise frank fraser fred freddie frederic
frederick frederique gabrielle gail gareth garry gary gaston gavin gemma genevieve geoff geoffrey george georges
gerald geraldine gerard gerry ghislain gilbert giles gilles gillian gina ginette glen glenn glynis godfrey gordon
grace graeme graham grant greg gregoire gregory guillaume gus guy gwen gwendolyn hannah harold harriet harrison
harry harvey hayley hazel heather heidi helen helene henri henriette henry herbert herve hilary hillary holly howard
hubert hugh humphrey ian ibrahima imogen isabelle isobel ivor jacinda jack jackie jacob jacqueline jacques jade jake
james jamie jan jane janet janice jared jasmine jason jasper jay jayne jean jeanette jeanne jeff jeffrey jennifer
jenny jeremy jerome jerry jess jesse jessica jill jim joan joanna joanne jocelyn jodie joe johanne john johnny jon
jonathan jordan joseph josephine josette josh joshua josiane joyce judith judy jules julie julien juliet juliette
justin justine karen karl kate katherine kathleen kathryn kathy katie kay keith kelly kelvin ken kenneth kerry kevin
kieran kim kirk kirsten kirsty kristen kristin kurt kyle lance larry lauren laurence laurent laurie lawrence leanne
lee leigh len leo leon leonard leonie leroy leslie lewis liam lillian lily linda lindsay lisa lise lizzie lloyd
logan loic lois lorna lorraine louis louise luc lucien lucinda lucy luke lyn lynda lynn lynne mabel mackenzie
madeleine maeve maggie malcolm manon marc marcel marcus margaret margot marguerite marianne marie marilyn marion
marjorie mark marshall martha martine marvin mary mathieu mathilde matt matthew maud maureen maurice mavis max
maxime maxine maxwell maya megan mehdi melanie melinda melody meredith merlin merrick mia michael michel michele
micheline michelle mick mike mildred miles mireille mitch mitchell moira mollie molly monique morag morgan muriel
murray myles myra myrtle nadine naomi natalie natasha nathalie nathan nathaniel ned neil neville niall nicholas nick
nicola nicole nigel nina noah noel noelle norbert norman norris odile oliver olivier owen pascal pascale patrice
patrick patsy patty paul paulette pauline peggy penelope penny perry pete peter phil philip philippa philippe
phillip phoebe phyllis pierre pierrick piers polly poppy priscilla quentin rachael rachel ralph randall randy
raphael ray raymond rebecca reginald regine regis remi renee reuben rex rhona rhys richard rick ricky rob robbie
robert robin rod roderick rodney roger roland romain ron ronald ronan ronnie rory rosalind rosemary rosie ross rowan
rowena roy ruby rudolph rupert russell ryan sabine sabrina sadie sally sam samantha samuel sandrine sandy sarah
saskia scott sean sebastien selwyn serge seth shane shannon sharon shaun shelby shelley sherry shirley sian sidney
simon simone sinead siobhan solange sophia sophie stacey stan stanley stephan stephane stephanie stephen steve
steven stewart stuart sue susan susannah susie suzanne suzie sybil sylvain sylvia sylvie tabitha tamsin tanya tara
ted terence terri terry tessa thelma theo theodore theresa thibault thierry thomas tim timothy tina tobias toby todd
tom tommy toni tony tracey tracy travis trevor trish tristan troy tyler valerie vanessa vera vernon veronique vicky
victor vikki vince vincent viola violet virginie vivian vivien vivienne wallace warren wayne wellington wendy wesley
wilbur wilfred william willie winifred winston yann yannick yves yvette yvonne zach zachary zara zoe
"""
_EUROPEAN = """
adalbert ademir adrijana agnieszka aino aivars albena albin aleksandar aleksander aleksandr aleksandra aleksei
aleksi alena ales alessandro alessia alexandru alexei alexey alexia alfons alja aloys anastasia anastasios anatol
anatoly anders andreas andreea andrei andrej andrey andrii andris andriy andrzej andrzejs aneta angelika angelos
aniela anja anke annegret anneli annemarie antanas anton antonin antonios apostolos arben arend aristeidis arja
arkadiusz armen armin arne arpad arsen artem artis artur arturas arvid asger ast astrid attila audrius aukse axel
balazs barbora bart bartosz bela benedikt bengt bente bernd bernhard bert birgit birgitta birute bjarne bjarni bjorn
blaz boguslaw bohdan bojan boris borislav borut boryana bozena branislav branko brigita bronius carlo carsten
catalin catrin charalampos christa christel christiane christina christoph christos cinzia claus concetta cornelia
corneliu cosmin costas csaba dace dag dagmar dagny daiva dalibor damir damjan danijel danuta daria darius dariusz
darja darko davide davor dejan denitsa desislava detlef dieter dietmar dimitar dimitra dimitrios dimitris dmitri
dmitro dmitry dmytro dobrin domenico dominik donatas donatella doru dragan dragica drago dubravka dusan eamon ebba
edgars edita edmunds edvard egidijus egils egon einar eirik eka ekaterina ekkehard eleni elina elke elma elmar
elsebeth elzbieta emil emilija emine endre enrico erich erik erkki erland erling ernst erwin esko espen eugen
eugeniusz evangelos evelina evgeny ewa ewelina fabrizio fatmir ferdinand ferenc filip filippo finn florin franc
francesca francesco franco franjo franko franz franziska frederik freja frida friedrich friso frode fulvio gabor
gabriele galina gediminas geert geir georg georgeta georgi georgia georgios gerd gerda gerhard gerlinde gert gertrud
gheorghe giacomo gianluca gianni giedrius gintaras giorgi giorgia giorgio giovanna giovanni gitanas gitte giulia
giulio giuseppe givi goran gorazd gordan grazina grazyna grzegorz gudlaugur gudrun gundega gunnar gunther guri
gustav gyorgy haakon hakan halina halvor hanna hanne hannele hannes hannu hans harald harm harri hartmut hashim
heikki heiko heimar heinrich heinz helga helge helle helmut hendrik hendrika henk henna henrik henryk herman hermann
hilde hilke holger horst hristo hynek iben igor ilham ilias ilie ilir ilkka ilona ilya ilze imants imre ina inara
indrek inga ingeborg inger ingmar ingolf ingrida ingunn ioan ioana ioannis ion ionut iosif irakli irena irina irja
isolde istvan ivana ivanka ivars ivica ivo jaak jaakko jacek jadwiga jakob jakub jana janez jani janina janis janos
janusz jari jarmila jarmo jaroslav jaroslaw jasmina jasna jelena jens jeppe jeroen jerzy jesper jessika jette
jevgeni jiri joachim jochen johan johann johanna johannes jolanta jonna joost jorg jorgen jorn josef jouni jovan
jozef juha juhani jukka juraj jurgen jurgita juri jurij juris justyna jutta jyrki kaare kadri kai kaido kaija kaisa
kaja kajsa kalina kalle kalman kamil kamila karel karin karlis karol karolina karsten kasper katalin katarina
katarzyna katerina katharina kathrin kati katja katri katrin kazimierz kersti kerstin kestutis kinga kirill kirsi
kjell klaas klara klaus kleopatra knud knut konrad konstantin konstantina konstantinos kornelia kostadinka kostas
kreshnik krisjanis kristaps kristian kristiina kristina kristjan kristof krystyna krzysztof ksenija kyriakos kyrylo
ladislav laima laimdota lars laszlo lauri lazar lea leena leif lena lenka leonid leopold leszek levan lidija lilia
lilja linas liselotte liv liviu ljubica ljubomir loreta lubomir lubos luca lucian lucie ludger ludmila ludwig luigi
lukas lukasz luljeta lutz lyubomir maarten maciej madis magnus maia maija maja maksim malgorzata malin manfred marat
marcin mareike marek maren margareta margrethe margus mariele marijana marika marin marinela marit marius mariusz
mariya marjan marjana marjo markku marko markos markus marte marten martti maryna massimo matej mateja mateusz
mathias mati matjaz matteo matthias matti maurizio mihaela mihai mihail mihaly mihhail mika mikael mikhail mikheil
mikko mikl mikolaj mikulas milan milica milorad milos miloslav milosz mindaugas mircea mirela mirjam mirjana miro
miroslav miroslaw mladen monika morten muharrem nadezhda nadja natalija nataliya natasa nebojsa neven nevena nicolae
nicoleta nicu niels niina nijole nika niki nikola nikolai nikolaj nikolaos nikolaus nikolay nikoleta nikos nils
noora norbertas nynke oana odd oddny ojars oksana olaf olav ole oleg oleh oleksandr oleksii olena olgerts olha
olivera olle olof ondine ondrej onno orjan orsolya ortwin ostap ottmar otto outi ove ovidiu paal paavo pal
panagiotis paolo pasi pat patrik paulius pavel pavlo pawel peder pedrag peeter pekka pelle petar peteris petr petras
petri petro petros petru petteri philipp pia pieter pietro piotr piret plamen predrag primoz przemyslaw radek radko
radmila rado radoslav radoslaw radovan radu rafal raffaele raimo raimonds raimund rainer raivo ralf ramunas ranko
rasmus rastislav reijo reinhard reinhold reinis renatas renate renzo ria riccardo riikka rikke rimantas rinalds
ritva robertas rogier rolf roman romana romualdas rosen roswitha rudolf rumen rumiana ruslan rustam rutger ryszard
sami samo samuli sandor sanja sanna sari sasa saso sauli saulius seija senad serafim sergei sergej sergey sergiu
serhii serhiy sevdzhihan sevil siegfried sigfrid siggi sigita sigmar sigrid sigridur sigrun sigurd sigurdur siim
silja silke silviu simonetta sindre sini siri sirje sirpa slavko slawomir slobodan snezana snezhana solveig sonja
soren sorin spyridon spyros srdjan stanislav stanislaw stasys stavros stefaan stefan stefania stefanie stefano
stefanos steffen steinar stelian stig stina stine stjepan svein sven svend sverre svetlana svetoslav svitlana sylwia
szymon tadas tadej tadeusz taina tanja tapio taras tarja tarmo tatjana teemu teodor terhi terje tetiana tetyana
teuta thanos theodor theodora theodoros thilo thomasz thor thora thorbjorn thordis thorgerdur thorsten tibor tihomir
tiina tijana timea timo tine tiziana todor tomasz tomislav tonu toomas torben tord tore torgeir torill tormod
torsten trine troels trond tsvetan tuija tuomas tuula tytti ugis uldis ulla ulrich ulrik ulrika ulrike umberto urmas
uros urs urszula urve ute uwe vaclav vadim vahur vaira valdas valdemar valdis valdo valentyna valerij valeriu valter
valto vanja vasil vasile vasileios vasilis vassilis vasyl veaceslav vedran veerle veiko veli velimir veronika vesna
vesselin viatcheslav vid vidar vidas vigdis viktor viktoras viktoria viktorija vilhelm ville vilmos vincenzo viorel
viorica virginija virpi vitalie vitalii vitaly vito vittorio vlad vlada vladan vladas vladislav vlado vlasta vojtech
volker volodymyr vuk vygaudas waldemar waltraud werner wieslaw wilfried wilhelm wim wladyslaw wojciech wolfgang
wouter yana yanko yannis yaroslav yevgen yevheniia yiannis yordan yordanka yorgos yulia yuliia yurii yuriy zanda
zbigniew zdenek zdravka zdravko zeljka zeljko zigmas zita zlatko zofia zoltan zoran zorica zsofia zsolt zsuzsanna
zurab zuzana zvonimir zydrunas zygimantas
"""
_ASIAN_AND_AFRICAN = """
aarti abbas abdallah abdel abdelaziz abdelkader abdelmadjid abderrahmane abdessalam abdifatah abdirahman abdou
abdoulaye abdul abdulaziz abdulla abdullah abdullahi abdulrahman abdurrahman abeba abebe abena abhijit abhishek
abiodun abiy abubakar adama adamu adebayo adeola adil aditi aditya adnan adwoa afnan afsana ahlam ahmad ahmadou
ahmed ahmet aicha aidar aigul aisha aissata aissatou ajay ajit akihiko akiko akin akinwumi akio akira akmal aksel
akua alaa alassane aleem alemayehu ali alioune aliyu amadou amal amana amanuel amara amarnath ambrose amina aminata
amine amir amit amitabh amitav amna amr amrita anand ananya anastase andualem anil anindya anisa anjali ankit ansar
anupam anurag anwar aparna arash archana arif arindam arjun arnav arsala arshad arun aruna arvind asad asanda asha
ashish ashok ashraf asif asim asma aso assane asuka atakan atif atul avi avinash awa awad axmed aya ayaka ayako
ayesha ayman ayo ayodele ayse ayumi azadeh azali azhar aziz aziza azman babacar babatunde badr baher bahia bakary
balaji baljit bambang banu baraka bashar bashir bassam bassem bayan behrouz bekir benazir berhane bhaskar bilal
binali binod birahim bishwa boubacar budi bulent burak busisiwe cemil cevdet chaiwat chandra chandrika changsu charn
cheikh chidi chike chimamanda chinedu chinwe chiyo chiyoko chuka cissa dalal dao daoud daouda darshan dawit dawood
debasish deepa deepak deepika demba desta deva devendra dharmendra dilip dimas dinesh dipali dipti diwakar djamel
djibo djibril driss durga ebrahim ebru edi eiji eko ekrem eman emeka emre ephraim erdal ergin erkin erlan ertugrul
eskinder esraa essam eunhye ezzat fadel fahad fahim faisal faiz faiza falah farah fares farhad farhan farid farida
faris farkhod farooq farouk faruk fathi fatih fatma fatou fatoumata fawzi fawzia fayez femi fergana feride fikret
filiz firas firoz folake folashade fouad fuad fumiko fumio gabisile gamal gaurav gautam geeta ghada ghaith ghassan
ghazi girish girma gita gokul gopal govind gul gulnara gulshan guneet gurjit gurpreet habib habiba hadi hadja hafiz
hafsa haidar haile hailemariam haja hakeem hakim halima hamad hamda hameed hamid hamidou hamza hana hanan hani
haniya haoran harish harpreet haruka haruko harun haruna hasan hasmukh hassan hassana hassane hatem hatice haya
hayat hayri heba hedi hemant hicham hichem hideaki hideki hideo hina hind hiro hiroaki hiroko hiromi hiroshi hiroto
hiroyuki hisashi hisham hissein hitomi houda houssam huda hulusi husain husam huseyin husni hussain hussein ibrahim
ichiro idriss ijeoma ikram imad iman imane imran inaam indira indra inoussa intisar iqbal irfan isatou isha ishaan
ishaq ismail ismet isoken issa issam issoufou itamar jabir jafar jagdish jagmohan jalal jamal jameela jamil jamila
jamshid janaka jasem jawad jaya jayant jayanthi jayesh jeyhun jitendra jyoti kabir kabiru kadija kagiso kailash
kajal kalpana kamal kamala kamla kanako kanwal kaoru kapil karim karima kasim kassim kavita kavitha kazuhiko kazuko
kazuo kazuyuki keiichi keiji keiko keisuke keita kelechi kemal kenan kenichi kenji kenta khadija khaled khalid
khalifa khalil khamis khayri khurram kiran kirti kiyoshi kofi koichi koji kojo komal kondwani kosuke kumar kumari
kumiko kunal kunle kwabena kwaku kwame kwasi kyoko lakshmi lalit lamin lamine latha latifa latoya layla lerato
liaqat lindiwe linh lokman lubna lungile lutfi madhav madhu madina magdi maha mahamadou mahamat mahdi mahendra
mahesh mahfouz mahinda mahlet mahmood mahmoud mahmud majed majid makoto malak malik malika mamadou mamata mamdouh
mamnoon mamoru mandisa manish manmohan manoj mansour mansur mariama marwa marwan maryam masahiro masako masao
masashi masato masood masoud masud mathew mayumi medhat meena megumi mehbooba mehmet mehran mehwish mei melat melike
meryem meseret metin mevlut michiko midori minako minh minoru mirza mitsuko mitsuo mohamad mohamed mohammad mohammed
mohamud mohan mohd mona monir mostafa motoko moulay mouna mounir moussa muawieh mubarak mugdha muhammad muhammadu
muhammed muhyiddin mukesh mukhtar mumtaz munir murat murtaza musa mustafa mustapha mutlu muzaffar nabeel nabil
nabila nadeem nader nadir nafissatou nagendra nagwa naim najat najib najla nalini nana nandini naoki naoko narendra
naresh naser nasir nasreen nasrin nasrullah nasser naveed naveen nawaf nawal nayab nazar nazim neelam neeraj neha
nermin ngozi nida nikhil nilam nilufar nimal niranjan nirmal nirmala nisha nishant nitin nizar njeri nkechi
nkosazana nobuhle nobuko nobuo noha nomvula noor norihiro noriko norio noura nouriel nuno nuri nursultan nurul
nusrat obinna olayinka olu olufemi olumide oluwaseun omer omprakash onur orhan osama osman oumar oumou ousmane padma
pallavi pankaj parag paramjit parveen parvez pawan pema penjo petronila phakiso pinar piyush prabhat prabhu pradeep
prakash pramod pranab pranav pranay prasad prashant pratap pratibha praveen pravin preeti prem priti priya priyanka
punit purnima qaiser qasim qays quang rabab rabia rachid radha radhika rafik rafiq raghav raghu rahim rahma rahul
raj raja rajan rajeev rajendra rajesh rajiv rajni raju rakesh ram rama ramadan raman ramana ramesh ramla ramtane
ramzan ramzi rana randa ranil ranjan ranjit rashad rashed rashid rashida raushan ravi ravindra ravindranath rawan
razia reem reham rehana rekha renu retno reza rikako rina rishi ritu riyad riyaz rohan rohit rosmah rudra rukhsana
rumiko rupa ryo ryoji ryoko ryota ryuichi saad saadia sabah sabiha sabri sachiko sachin sadaf sadia sadio sadiq safa
safia safiya sagar sahar said saida saif sakina salah salahuddin saleem saleh salem salim salima salma salman salwa
sameer sameera sameh samia samina samir samson sandeep sangeeta sani sanjay sanjeev sanju santosh saori saqib sarita
sartaj sarwar satheesh satish satoko satoru satoshi saurabh sayaka sayed sayuri seema seiji seiko sekou selim selin
selwa senait serap serdar setsuko sevgi seydou seyoum shabana shabir shafiq shahbaz shahid shahida shahin shahla
shahrzad shaima shaista shakeel shakil shamim shamsa shankar sharad sharif sharmila shashi shehzad shekhar shenuka
shigeki shigeko shigeru shilpa shimon shinichi shinji shinya shinzo shirin shiro shiv shivani shivshankar shlomo
shoaib shobha shoichi shoko shreya shyam sibongile siddharth siddiq sidi sidiki silas simin sina sipho sita siti
soha sohail soheir soichi solomon sonam souleymane soumaila sourav srinivas sripriya sriyani subhash subrahmanyam
subramaniam sudha sudhir suhail sujata sukarno sulaiman suleiman suleyman sultana suman sumaya sumiko sumitra
sunanda sunil sunita suraj surendra suresh surya susanta sushil sushma swati syed tadashi tadesse tae taha taher
tahir takako takashi takayuki takehiko takeo takeshi taku takuya talal tamaki tamer tamim tamotsu tanaka tanvir
tanzila taoufik tarek tareq tariku tariq tarun taslim taslima tatsuya tauqir tawakkol tayyip tchimou tehmina
temitope tendai teruko tesfaye thabiso thabo thandi thembi tiemoko tigist tomohiro tomoko tomoyo tomoyuki toru
toshiaki toshihiro toshiko toshimitsu toshio tsering tsuneo tsutomu tulsi tunde turan tushar ubaid uchenna udaya
ugur uhuru uma umar umaru umesh umut usha usman utpal vandana vanita varun vasudha veena venkat venkatesh vibha
vidya vijay vikas vikram vikrant vimal vinay vineet vineeta vinod vinodh vipin viraj virender vishal vishnu vivek
wael wafa wahid waleed walid wang wangari waqar wasantha waseem wasim widad wondimu yacine yacoub yael yahya yair
yakov yakubu yamini yara yaser yash yashpal yasir yasmeen yasmina yasmine yasser yasuhiro yasuko yasuo yasushi yaw
yawar yemi yerlan yilmaz yitzhak yoav yogesh yohannes yoichi yoko yoram yosef yoshi yoshiaki yoshihiro yoshiko
yoshimasa yoshinori yoshio yoshiyuki yossi youcef youngjin youssef youssou yuka yukari yuki yukihiko yukiko yukio
yuko yumi yumiko yusuf yuta yutaka yuval zafar zaheer zaher zahid zahir zahra zainab zakaria zaki zakia zandile
zayed zeeshan zehra zeinab zewdie zeynep zia ziad zoubeir zubair zuhal zuhra zulfiqar
"""
GIVEN_NAMES = (
    words(_SPANISH_AND_PORTUGUESE) | words(_ENGLISH_AND_FRENCH) | words(_EUROPEAN) | words(_ASIAN_AND_AFRICAN)
)
