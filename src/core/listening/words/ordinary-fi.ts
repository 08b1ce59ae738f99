/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryFi = `
aalto aamiaisella aamu aamuksi aamulla aamusta aasi ahven aika aikaa aikaan aikaisin aikana aikani aikasemmin aikoja
aikuista aina ainakin ainoa aita aito aivan ajaa ajaako ajais ajaksi ajallaan ajan ajat ajatus ajoi ajoin ajoissa
ajossa akku akun alakerran alas alennus alennusta alhaalla alkaa alkoi alku alkuperäinen alla alle allerginen alta
alue alussa alusta ambulanssia ankka anna annetaan annettu annoin annos ansiosta antaa anteeksi antoi appelsiini appi
appiin apteekin apteekki apua arlandassa arvio arvioitu arvoinen arvoisa arvoista arvonta arvostan arvotaan asemalla
aseman asennettuna asensin asentaja asentajan asia asiaa asiaan asiakas asiakkaan asiakkaanne asiakkaat asian
asianajajani asiassa astetta asti asukasta asun asunnosta asuu aukea aukeaa aukes aukesi auki aukioloajat aurataan
aurinko aurinkoista auto automaatti auton autossa auttaa auttanut auttoi avaa avaimet avain avasi avasin avata avaudu
avusta biisi biossa botti brand brasiliassa budjetti bugeja bugi bugista bussi bussiin bussikuski bussissa bändi chat
chatissa creditillä debitillä edelleen edellinen edellisen edellä edes edessä edestä edetään ehdin ehdinkö ehjä ehkä
ehti ehtiikö ehtinyt eikä eikö eilen eilisen eivät ekaa ekaan ekalla ekan ekana ekassa ellei elokuun elämä elävä elää
emme enemmän enempää englanniksi enkeli enkä ennen ensi ensin entinen enää epäkunnossa erinomainen erinomaista
eräpäivä erää esim esittää esitys etana eteen eteenpäin etenee etsi etsin ette ettei etten että etuajassa etukäteen
etänä euribor euroa eurolla euron eurosta evätty eväät faija farkut farssi fiilis fiksu firma firman haalea haaleaa
haapa haen haetaan haetteko haha hain haisee haisi hajalla hajoaa hajos hajosi haju hakea hakee hakemaan hakemus haki
haku halli halpa haluaisi haluaisin haluan haluisin haluun halvalla halvemmalla halvin hammas hana hanasta hanhi hanki
harju harmaa harmi harmittaa harmitti hartiat hassumpi hattua hatunnosto hauki hauska hauskaa heikko heiluu heinä
heippa heitettyä heittää helmi helmikuussa helposti helpotus helppoa helvetti helvettiä hengelle henkeä henki
henkilökunta hermot herra herätti heti hidas hiekka hieno hienoa hienosti hihat hiiri hiljaa hiljainen hiljanen hilpan
hinattiin hinnasta hinnat hinta hintaa hintaan hirvee hirveesti hirvi hirviöt hissi hississä hissiä hohhoijaa hoidettu
hoitaa hoitaja hoiti hoitui home homeessa homma homman honka hopea hotelli hotellia hotellihuone hotellin hotellissa
huhhuh huijareita huijataan huijaus huippu huippua hukannut hukassa hukkaan hukkasitte humisee huolimatta huollon
huollossa huolto huoltokatko huoltokatkot huoltomies huomasin huomenna huomenta huomiseen huomiseksi huone huoneen
huonetta huono huonoa huonoin huonompaa huonompi huonosti hurmaava huti huulet huutaa huutanut huvila hylje hyllyssä
hylättiin hymy hymyili hymyssä hytti hyvin hyvitettiin hyvittivät hyvityksen hyvitys hyvitystä hyvä hyväksy hyvältä
hyvät hyvää häihin häikkää häiriö häissä häitä häkävaroitin hänet hätänumeroon hätää hävetkää hävettää hävis hävisi
häät ideaa ihan ihana ihanaa ihania ihme ihmeen ihmettelen ihminen ihmisen ihmiset ihmisiä ihmistä ikinä ikkuna
ilahdutti illa illalla illalle illan ille ilma ilmaa ilmainen ilman ilmastointi ilmeisesti ilmestynyt ilmoitetaan
ilmoittaa ilmoittautua ilmoituksen ilmoitus ilmoitusta iloinen iloisesti ilta iltaa iltana iltapäivällä ilves imuri
info innolla irti irtisanoin irtisanon irtosi iskuri ista istua istuin istun istutaan istuttiin istuu isälle isän
isännöitsijä itkee itkin itku itse itseni itsestään jakaa jaksa jaksanut jakso jalan jalat jalka jarru jatkaa jatkakaa
jatko jatkoa jatkoi jatkolento jatkoon jatkunut jatkuu jeee jees jermu joista joka joki joku jolla jollekin jonka
jonku jonkun jonna jono jonon jonossa jonotan jonotin jonottaminen jooko jopa joskus jossa jossain josta jostain jota
jotain jotka jotkut joudun joulu jouluaattona jouluksi joulukuussa joutuu juhlat juhlitaan jumalauta jumiin jumissa
jumittaa juna junaan junan junassa juoni just juttu juuri jyrän jyväskylässä jäin jäljellä jälkeen jälkikäteen jälleen
jäläkeen järjesty järjestäjä järkeä järveen järvi jäsenyyden jäsenyys jätettiin jätetty jätin jättää jäädytetty jäädä
jääkaapin jääkaapissa jääkaappi jäätelö kaapattiin kaapattu kaapissa kaappi kaari kaarnan kaasupullo kaatoi kaatui
kaatuilee kaatunut kaatuu kadonnu kadonnut kahdeksalta kahdeksan kahdelle kahdelta kahden kahdessa kahdesti kahta
kahteen kahvi kahvila kahvin kahvinkeitin kaiken kaikilla kaikille kaikki kaipasin kaivo kakkoskausi kakku kaks kaksi
kakskyt kallio kallis kallistui kamalaa kamera kampaaja kampaajalle kana kangas kankea kannata kannattaa kannessa
kanssa kanta kantapään kanto kantoi kappaletta kapteeni karhu karjala kartano kasin kassa kassaa kassalla kassalle
kassan kassit kastike kasvi kasvorasva katkesi katko katkoa katkoista katkon katkosta katoaa katolle katolta katosi
katosta katsastus katso katsoa katsoi katsoin katsomaan katson katsonut kattila katto kattonu kattoo katuvalosta kauan
kauanko kauhee kaunis kaupan kaupassa kaupasta kauppa kauppias kaupungin kaura kausi kautta kavereille kaveri kaverin
kehen kehtaa kehu kehua kehut keittiö keittiön keksi kelan kellarissa kello kelloa kellä kelpaa kelpaako kenelle
kenellekään kenen kengät kenkä kenttä kentälle kentällä kentän kerho kerralla kerran kerrankin kerro kerrokseen kerron
kerta kertaa kertaakaan kertaalleen kertaan kertoa kertoi keskellä kesken keskiössä keskustassa kesti kestänyt kestävä
kestää kestääkö kesä kesäksi kesäkuussa kesän kesänä kettu kettua kettuja ketun ketut ketuttaa ketään kevyt kevät
keväällä kielellä kielen kieli kiila kiilsi kiinaksi kiinni kiinnostaa kiitokset kiitollinen kiitorin kiitos kiitti
kiittää kiitän kiloa kilometrin kilon kipinöi kiristystä kirja kirjaa kirjasto kirje kirjeen kirjoita kiskon kissa
kiva kivaa kivi kivuttomasti klikkaa kohdalla kohdeltiin kohdillaan kohta kohtaa kohti koira koiraa koiran koivu
kokeillu kokeiltu kokemus kokemusta koko kokoa kokonaan kolikoita kolmannen kolmas kolmatta kolme kolmeen kolmelta
kolmen kolmessa kolmesta kolmesti kolmio konduktööri kone koneella koneen koneeseen koneessa konetta konkurssiin konna
konnari konsertti konttori koodi koodin koossa korjata korjatkaa korjattiin korjattu korotus korpi kortilla kortille
kortilta kortin kortti korttia korttisi korvaa korvaan korvaava korvaus korvia koska koskaan koskee koski koti
kotihoidon kotiin kotimainen kotka kotoa kotona koukussa koukuttaa koulun koulusta kova kovasti kreikassa kuha kuin
kuinka kuiskauksen kuitin kuitti kuittia kuitu kuiva kuka kukaan kukat kukka kuljettaja kulkee kulta kultaa kulunut
kuluttua kumpi kuningas kunnes kunnolla kunnon kunnossa kunta kuntoon kuolee kuolen kuollut kuopiossa kupari kurki
kurkkua kuski kuskiin kuskille kuskin kustantaa kutistui kuu kuudelle kuudelta kuuden kuudetta kuukauden kuukausi
kuukausia kuukautta kuule kuulemma kuullut kuulokkeet kuulosti kuulu kuulunu kuulunut kuulutus kuuluu kuuluuko kuumaa
kuumenee kuumetta kuun kuunteli kuus kuusi kuussa kuutta kuva kuvaa kuvan kuvassa kuvat kuvia kyllä kyllästynyt
kyllästyttää kylmä kylmät kylä kylällä kylän kymmeneltä kymmenen kymmentä kympin kymppi kynttilä kynttilät kypsä
kyselee kysymykseen kysymättä kysytty kysytään kysyy kyttää kyyhky kädessä kädestä kädetöntä kärryn käsi käsiin käsiä
kätevä kätilö kävi käydä käykö käyntiin käyny käynyt käytiin käyttää käyttöön käytän kömpelöä laahaa laakso laatikko
laatikossa laatikosta laatu laatusuhde ladata ladattua lagi lahjakortin lahjakortti lahjaksi lain laina lainaa laine
laita laitan laite laitetaan laitettu laitoin laittaa laittakaa laitteella laiturilla laiva laivan lammas lampi lamppu
lanka lappu lapsella lapselle lapsen lapset lapsi lapsille lapsiparkkia lasi laskea laskee lasku laskua laskulla
laskulle laskun laskut laskutatte laskutuslisä lasta lasten lataa lato lattia lattialla laturi lauantai lauantaina
lauantaisin laukku lauloi laulu lautaset lautat leffa lehmä lehti leija leikkaus leipä lempi lennon lensi lento levy
liedossa liekeissä liekki liian liikaa liike liikkeestä liikkuva liiku liima liitteet liittymä liittymän likasia linja
linjalla linkistä linkki linkkiä lintu lippu lippua lipun liput lista lisä lisämaksu lisätä lisää liukuportaat lohi
loimu loistava loistavaa loistavasti loisto loistovoiman lokki loma lomake lomakkeen lompakko lopeta lopettaa lopetti
loppu loppui loppuu loppuun lopussa loput loukkaava lounas luin lukea lukee luki lukittu lukossa lumi lumpeen lunta
luokkaansa luola luotettava luottamus lupaa lupaava lupasi luulee luulin luuri luurin luvattiin luvattu lyömätön lähde
lähden lähdettiin lähdetään lähdin lähellä lähetetty lähetin lähetti lähettivät lähettäjälle lähettänyt lähettää
lähetys lähin lähinnä lähtee lähteekö lähteny lähteä lähti lähtien lämmin lämmintä lämpimästi lämpöpumppu läpi läppäri
läppärin lässähti lääke lääkettä lääkkeet lääkkeitä lääkäri löydy löydä löysi löysin löytyi löytynyt löytyy löytyykö
löytänyt maa maali maaliskuussa maanantai maanantaina maanantaista maassa maasta mageeta mahalasku mahdollista
mahdoton mahdu mahtava mahtavaa mahtis mahtuu maili mailiin mainio mainoksessa mainoksia mainos mainostetaan maissa
maistui maistuu maito makaa maksa maksaa maksan maksat maksetaan maksettu makso maksoi maksoin maksu maksua maku malli
mallien malliin mallilla mallin malta marja marraskuussa matkaa matkaan matkalla matkan meidän meidät meijän meili
meille meillä meiltä meitä melkein melu mene menee meneekö menettelee meni menin menivät menkää mennessä mennessään
mennyt mennä menossa meri merinäköala merkitty merkkiä mestariteos meteli metrin metriä metrossa metso metsä
mielettömän mieli mieltä mies mihin miinuksella miks miksei miksi mikä mikään milloin millon millä millään minkä minne
minua minulla minulle minulta minun minussa minut minuutilleen minuutin minuutissa minuuttia minuuttiin minä missä
missään mistä mistään mitat miten mitenkään mites mittari mitä mitään mobiilimaksu moikka moitittavaa moitteen
moitteetta moka monelle moneltako montako muiden muilla muistaa muistatteko muistisairas muita muka mukaan mukana
mukava mukavaa mukisematta mulla mulle mummin mummo mummoa mummolta mummon mummot muna munia muovikassi muovissa
murumaan musiikki musta mustikka mutta muulle muun muusa muuta muutan muuten muutetaan muutkin muuttaa mylly myrsky
myyjä myyjää myymälässä myynnissä myynti myyntiin myytte myyttekö myöhemmin myöhässä myöhästyin myöhästyn myöhästyy
myös mäki mänty märkä mäyräkoira mökille mökillä mökin mökki naapuri naapurille naapurilta naapurin naarmu nahka
napannut napinaa nappiosuma narisee naurettavaa nauroin nelivuotias neliötä neljä neljälle neljän neljänteen neljässä
neljättä nerokasta netissä netti nettiä neuloja neuvoa neuvoi neuvoitte nieli niemi niihin niille niin niinku niistä
niitty niitä nimellä nimeltä nimen nimeä nimi nimissä noin noita nokkelaan nokkelan nolla nollaa nopea nopeaa nopeasta
nopeasti nopee normaalia normaalisti norrvinge nostaa nostan nousee nousi noutaa noutopiste noutopisteen nukkua nukkui
nukkuu nukuin nukun nukuttiin numero numeroa numeron numeroon nuoli nurin nurmi nykyään nyppyyntyi näen nähdä nähny
nähnyt nähty näihin näin näistä näitä näkee näkeekö näki näkyi näkynyt näkyy näkyykö näkö nälkä nätti näyttelijät
näyttää näytä näytös nöyryyttävää odotan odotellessa odotettiin odotettu odotin odottaa odottaako odottanut odottelen
odotti odotukset ohjaaja ohje oikaisu oikea oikeaa oikeassa oikeasti oikeat oikeesti oikeeta oikein oisko oksentaa
olemassa olen olet olette olevansa oliko olin olis olisi olisin olisko olla ollaan ollenkaan ollu ollut oltiin oltu
omaa omaan oman omat omia ongelma ongelmia onko onkohan onks onnea onneks onneksi onnellinen onni onnistu onnistui
onnistuuko ookoo ootte opas opiskelija optikko orava osaa osannut osoite osoitteen osoitteeseen osta ostaa ostaisin
ostan ostetaan ostettu osti ostin osui otan otava otetaan otettu otin ottaa ottaisin ottakaa otti oudon oulun oulussa
outlet ovella ovelle oven ovessa ovet ovikello ovikelloa paha pahaa paikalla paikallaan paikalle paikan paikat paikka
paikkaa paikkaan paikkansa painaa painajainen paita paitsi paja pakastin paketin paketissa paketista paketit paketti
pakettini pakettisi pakkasessa pakkasta pakkaus pakko palaa palaan palanut palautetta palautettiin palautettu
palauttaa palauttakaa palautti palautui palautus paljon paljonko palju palkka pallo paloi palovaroitin palvelin
palvelu palvelua palvelumaksu palvelun pankissa pankki pankkiin pannukakku paperi parani paras parasta paremmin
parempaa parempi parhaillaan parhain parhaita parhaiten pari paristot parkkihalli parvekkeella parvekkeelta paskaa
passi passin patja patteri patterit pehmeä peili pelaa pelasi pelasti pelastitte peli pelin pelistä pelittää pelkkä
pelkkää pelkäsin pelkästään pelle pelleilyä pelli pellin pellit pelotti pelto penkit penkki pennin perhe perheen
perille perillä perjantai perjantaihin perjantaiksi perjantaina perseestä perua peruin peruitte perunaa perunoista
perutaan peruttiin peruttu peruuntui perään pestä pesukapselin pesukoneen pesun pesussa pesä petetty petti pettymystä
pettynyt pettänyt peukalo peukku pian pidin pidä pidätettiin pieleen pienellä pienen pienet pieni pientareella pihaan
pihalla pihalle pihlaja pihvi piippaa pilalle pilasitte pilvi pimeessä pimeänä pimeässä pinna pinta pippuri pisteet
pistettä pistorasia piti pitkille pitkä pitäis pitäisi pitänyt pitää pitääkö pizza pliis podcast pohjassa pohjolan
poika poikki pois poissa poistetaan poistin poistopyyntö poistua polku pompotellaan poro portilla portti porukka
porukkaa posti postin postissa priimaa profiilissa puhdas puhelimeen puhelimella puhelimen puhelimessa puhelimesta
puhelimia puhelimitse puhelin puhelinta puhki puhui puhuttiin puhuu puku pullapajalla punainen punaisena punttilassa
puol puoleen puoleksi puolelle puolen puolesta puolet puoli puolison puolitoista puristaa puro pussissa putki putoaa
putosi puu puuroa puuttui puuttuu pysty pystyykö pysyy pysähtyi pysähtynyt pysäköinti pysäyttäkää pysäyttää pyydetty
pyysin pyytää pyörii pyörä pyörän pähkinä pähkinää päin päivityksen päivitys päivystyksen päivystys päivystävää
päivystää päivä päiväkodista päivälle päivän päivänä päivässä päiväys päivää pätkii pätkinyt päähän päälle päällä
päältä pääs pääse pääsee pääseekö pääsen pääsin päässä päästiin päästä päättyy päätös päätöstä pörisee pörssisähkö
pöytä pöytää radio raha rahaa rahan rahastusta rahat rahoja rahti raikas railorockin raita raitarin raivona rakastan
rakastuin rakka ranskalaiset ranta rappuun rasvattu ratikassa ratikka ratkesi rattaat rauhallinen rauhassa rauta
ravintola rehti reikä reilu reissuun reitittimen remontin remontissa reppu resepti reseptiä respassa respect retki
revontuli riittää riittääkö rikki rikkinäinen rikkinäisen rikkinäisenä rikkoi rikoin rikollista ripsien risteyksessä
ritari robotti roikkuu romuna roska roskaa roskiksia rosvoja rouva ruis ruoho ruoka ruokaa ruostui ruskeaa ruuhka
ruuhkaa ruusu ruutu ruuveja ruuvit ryssitte räiskyy räntää röyhkeää saada saakka saako saamatta saan saanko saanu
saanut saapui saapunut saari saatiin sade sain sairastun sais saisi saisiko saisko sakko sakot salaa salama
salamannopea salasana salasanan sali salilla salin salmi salvoksen sama samaa samaan samalla samalle saman samana
samanlainen samanlaisena samassa samat sammui sampo sankari sano sanoa sanoi sanoin sanoo sanottavaa sanotte sanottiin
sarja sarka sataa satama sateessa sattui sattuu satula saumat saunan saunassa savu savua seinäjoella seinän seis
seison seisoo seisotaan seissyt seistään seitsemältä seitsemässä sekaisin sekin sekunnissa selittelyä selitti selittää
selkeä selkeää selkä sellasta selvisi selvä selvää selän semmoinen semmonen semmosta senttiä sentään seppä seuraa
seuraajia seuraan seuraava seuraavaan seuraavaks seuraavana siellä sieltä sihisee siihen siinä siipi siirrettiin
siirretty siirrettyä siirto siirtoa siirtyi siirtyy siirtää siis siisti siistii siitä sijaa sijaan siksi sille silloin
sillä silmiä silmälasit silmät silti siltä simahti sininen sinisen sinne sinua sipulia sisällä sisään sitten sittenkin
sitä siunaus sivu sivulla sivut sivuun sohva sohvaa sohvan sointu soinut soitan soitetaan soitettu soitin soittaa
soittajalle soittakaa soittelee soitti soittivat soitto sokerit sopii sopimuksen sopimus sopivasti soppi sori sota
sovellukseen sovellus sovi sovittu suin sujui suklaa sulaa suli suljettu sulkekaa sulkeutuu sunnuntaisin suola
suolainen suomalainen suomea suomeksi suopopin suora suoraan suorastaan suosikki suositella suosittele suosittelen
suostu surkea surkeeta surkein surullinen susi suunniteltu suuntaan suuri suussa suututtaa suvanto sydämellinen sydän
syksy syksyllä syksyyn synttärit syttyi syyskuussa syötiin syöty sähkökatko sähköllä sähköpostia sähköpostiin sähköt
sähköä sängyssä sänky sävy säälittävää säästetty säästyi säätämistä taakse taapero taas tahtia taika taisin taivaisiin
taivas takaisin takana takas takia takki takkia taksi taksikuski takuu tallella tallenna talo taloon talvella talvena
talvi tammi tammikuussa tampereelta tanko tapaamisen tapahtuu tapana tarina tarjoatte tarjoilija tarjosi tarjouksen
tarjous tarkastaja tarkoittaa tarpeen tarvii tarviiko tarviin tarvinnu tarvisin tarvitaan tarvitseeko tarvitsen tarvo
tasan taskut taso tassulan taulu tavara tavarat tavoittaa tavoittaneet teen teette tehdä tehdään tehkää tehny tehnyt
tehtiin tehty teidän teille teillä teiltä tein teini teistä teitä tekee teki tekijöille tekosyy tekstari tekstarilla
tekstarin tekstiviesti teltta temppuilee terveisin terveisiä terä testattu tiedoksi tiedä tiellä tien tienaa tiennyt
tiesi tietoa tietoakaan tietoni tietää tietääkö tiikeri tiistai tiistaina tiiä tila tilaa tilaan tilalle tilasin
tilata tilattu tilaukseen tilauksen tilauksesta tilaus tilausta tili tilille tilillä tililtä tilin tilini tiliote
tilisiirto tiliä timanttia tippuu tiputtaa tiskillä tiskiltä tiuski todella toimi toimii toimimasta toimintaa
toimitaan toimitatteko toimitettu toimitetuksi toimitus toimiva toinen toiseen toisella toiselle toisen toisensa
toista toistekin toivoa toivoisin tori torilla torni torstaina tosi touhua toukokuussa tuhannet tuhlausta tukasta
tukholmassa tuki tule tulee tuleeko tulematta tulen tuli tuliko tulisin tulkaa tulla tullaan tulli tullu tullut
tulossa tulostaa tultiin tulvii tumma tunne tunnelma tunniksi tunnilla tunnin tunnissa tunnukset tunnus tunti tuntia
tunturi tuntuu tuokaa tuoksu tuoli tuore tuoretta tuote tuotetta tuotteesta tupa tuplana turha turhaa turhaan turhia
turpoaa turposi turussa turvaketju turvallinen turvallista tuulen tuuletin tuuli tyhjenee tyhjiä tyhjä tyhjästä tyhjää
tyhmiä tykkäsin tykkää tykkään tylsä tyly tyrsky tytti tyttären tyttö tytär tytön tyyppi tyytyväinen työnantaja työtä
tähteä tähti tähän täksi tällaista tälle tällä tämä tämän tänne tänä tänään tärkein tärkeä tässä tästä täti tätä
täydellinen täyden täydet täynnä täysi täysillä täyteen täyttä täyttää täytyy täällä täältä töihin töissä töistä
törkeetä uimahalli uimahallin ukko ulko ulkoasu ulkomailla ulkomaille ulkona ulos unelma uni unohdin unohtui unta upea
upeeta useammin uskaltaako uskois uskoisi uskomattoman uskonu uudella uudelle uudelleen uuden uudessa uudestaan uusi
uusin uuteen uutena uutisia uutisissa uutiskirje uutta vaahtera vaan vaari vaatii vaellukselle vahingossa vahvista
vahvistusta vaihdan vaihdetaan vaihdettiin vaihdettu vaihdoin vaihdossa vaiheessa vaihoin vaihtaa vaihto vaihtoi
vaihtoon vaihtunut vaikka vaikuttaako vaikuttava vaimo vain vaipat vaivannäöstä vaivatonta vakuutus valehteli valettu
valikoima valita valittaa valittamista valitus valmis valo valoisa valot valui valuu vanha vanhaa vanhaan vanhan
vanhassa vanhasta vanhat vanhenee vanhentunut vanhoja vantaalla vapaa vapaana vapaata varaa varaaja varaisin varas
varastettiin varastolta varastoon varastossa varata varataan varattiin varattu varattua varmaan varmasti varoitus
varten vartija vartissa vartti vasara vasta vastaa vastaan vastannut vastasi vastata vastatkaa vastattiin vastattu
vastauksesta vastaus vastausta vastaustanne vaunussa vauva vauvan vedettiin veloitettu veloititte veloitti veloitus
veloitusta veltto vene verhot verkkopankki verran versio versiota verta vesi vessa vessassa vettä vetää viallinen
videolla viedä viedään viel vielä vieläkin vieläkään vieläkö vieraan vieraat vierekkäin vieressä vierestä viesti
viestin viestiä vietiin viety vietävästi vihaan vihainen vihdoin vihdoinkin vihervarvun vihloo vihreä viideltä viiden
viidennen viides viidessä viikko viikkoa viikkoon viikolla viikolle viikon viikonloppua viikossa viima viime viimeinen
viimeiset viimeksi viipyy viis viisi viitenumero vika vilja vilkkuu villa vinkuu violetti virhe virkailija viroon
virta vitsi vituttaa voide voiko voikukkaa voimassa voin voinko vois voisi voisiko voisitteko voisko voitteko vuodelta
vuoden vuodessa vuokra vuokrata vuonna vuori vuosi vuosia vuosiin vuotaa vuoteen vuoti vuotiaan vuotta vähemmän vähän
väittää väki välein väliin välillä välissä väreet väri väriä väärin väärä väärälle väärällä väärän väärään whatsapp
widget wifi wilma yhdeksältä yhdeksän yhdeksäs yhdellä yhdeltä yhden yhelle yhteen yhteenkään yhteyden yhteyttä yhtä
yhtään yksi yksin yleensä ylihypetetty ylimielinen ylitti yllätti yllättävän yllätys yltää ylös ymmärrä ymmärrän
ympäri yritykselle yrtti ystävä ystävällisiä ystävällistä ysärillä yöjunaan yöjunassa yöksi yöllä yönä yössä yötä
zombi äidille äidiltäni äidin äiti äitini äkkiä ärsyttävin ärsyttää äsken ääneen ääni äänikirja öisin
`;
