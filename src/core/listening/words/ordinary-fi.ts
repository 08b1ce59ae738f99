/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryFi = `
aalto aamu aamuksi aamulla aamusta aasi ahven aika aikaa aikaan aikana aikuista aina ainoa aita aivan ajaa ajallaan
ajan ajatus ajoi ajoissa ajossa akku alennus alennusta alhaalla alkaa alkoi alku alkuperäinen alla alle alue alussa
alusta ankka annetaan annettu annoin annos ansiosta antaa anteeksi antoi appelsiini appi apua arvio arvioitu arvoinen
arvoisa arvoista arvostan arvotaan aseman asensin asentaja asia asiaan asiakas asiakkaan asiakkaat asian asiassa
astetta asti asukasta asun asuu aukea aukes aukesi auki aukioloajat aurataan aurinko aurinkoista auto automaatti auton
auttaa auttanut auttoi avaimet avain avaudu avusta biisi biossa botti brand budjetti bugeja bugi bugista bussi bussiin
bussikuski bussissa bändi chatissa edelleen edes edessä edetään ehdin ehtiikö eikä eikö eilen eivät ekaa ekassa ellei
elokuun elävä emme enemmän englanniksi enkeli enkä ennen ensi ensin enää epäkunnossa erinomainen erinomaista eräpäivä
erää esim esitys etana eteen eteenpäin etsin ette ettei etten että etuajassa etukäteen euribor euroa eurolla euron
evätty farkut farssi fiksu firma firman haalea haaleaa haapa haen haha haisee haisi hajalla hajoaa hajos hajosi haju
hakea hakee hakemaan halli halpa haluaisi haluaisin haluan haluisin haluun halvalla halvemmalla hammas hanhi hanki
harju harmaa harmi harmittaa hartiat hassumpi hattua hatunnosto hauki hauska hauskaa heiluu heinä heippa heitettyä
heittää helmi helposti helpotus helppoa helvetti helvettiä hengelle henkeä henki henkilökunta hermot heti hidas hiekka
hieno hienoa hienosti hiiri hiljainen hinnasta hinnat hinta hintaa hintaan hirveesti hirvi hissi hississä hoidettu
hoitaa hoiti hoitui home homeessa homma homman honka hopea hotelli hotellia hotellihuone hotellin huhhuh huijareita
huijataan huijaus huippu huippua hukannut hukassa hukkaan hukkasitte huolimatta huollon huolto huoltomies huomenna
huomenta huone huonetta huono huonoa huonoin huonompaa huonompi huonosti hurmaava huti huutaa huvila hylje hyllyssä
hylättiin hymy hymyili hyvin hyvitettiin hyvittivät hyvityksen hyvitystä hyvä hyväksy hyvältä hyvät hyvää häikkää
häiriö häissä hänet hätää hävetkää hävettää hävis häät ihan ihana ihanaa ihme ihmeen ihmettelen ihminen ihmisen
ihmisiä ihmistä ikinä ilahdutti illalla ilma ilmaa ilmainen ilman ilmastointi ilmeisesti ilmestynyt ilmoitetaan
ilmoittaa ilmoittautua ilmoituksen ilmoitus ilmoitusta iloinen iloisesti ilta iltaa iltana iltapäivällä ilves imuri
info innolla irti irtisanon irtosi iskuri istua istun istuu isän isännöitsijä itkin itku itse itseni jaksa jaksanut
jalan jalka jatkaa jatkoa jatkoi jatkolento jatkoon jatkuu jeee jees joka joki joku jolla jollekin jonka jonku jonkun
jono jonossa jonotan jonotin jonottaminen jooko jopa jossa jossain josta jostain jota jotain jotka jotkut joudun joulu
joutuu juhlat jumalauta jumissa jumittaa juna junaan junassa juoni just juttu juuri jäin jäljellä jälkeen jälleen
järveen järvi jätetty jätin jättää jäädytetty kaapattu kaapissa kaari kaatui kaatuilee kaatuu kadonnu kadonnut kahden
kahdessa kahdesti kahteen kahvi kahvila kahvinkeitin kaiken kaikille kaikki kaipasin kaivo kakkoskausi kaks kaksi
kallio kallis kallistui kamalaa kamera kampaaja kana kankea kannata kanssa kanta kanto kantoi kapteeni karhu karjala
kartano kassalla kassit kasvi katkesi katko katkoista katkosta katolle katolta katosi katso katsoa katsoi kattila
katto kattoo kauan kauanko kaunis kaupan kaupassa kaupasta kauppa kaupungin kaura kausi kavereille kaveri kehu kehua
kehut keittiö keksi kelan kellarissa kello kelloa kelpaa kenelle kenellekään kengät kenkä kenttä kerho kerralla kerran
kerrankin kerron kerta kertaa kertaakaan keskellä kesken keskiössä keskustassa kesti kestänyt kestävä kestää kesä
kesäksi kesäkuussa kesän kettu kettua kettuja ketun ketut ketuttaa ketään kevyt kevät keväällä kielellä kielen kieli
kiila kiilsi kiinni kiitokset kiitos kiitti kiittää kiitän kilon kipinöi kiristystä kirja kirjaa kirjasto kirjeen
kirjoita kissa kiva kivaa kivi kivuttomasti klikkaa kohdalla kohdeltiin kohdillaan kohta kohtaa koira koiraa koiran
koivu kokeillu kokeiltu kokemus kokemusta koko kokoa kokonaan kolmas kolmatta kolme kolmeen kolmen kolmessa kolmesta
kolmesti kolmio koneen koneessa konetta konna konnari konsertti konttori koodi korjata korjattiin korjattu korotus
korpi kortilla kortille kortilta kortin kortti korttia korvaa korvaan korvaus korvia koska koskaan koskee koski koti
kotihoidon kotiin kotimainen kotka kotona koukuttaa koulun koulusta kova kovasti kuha kuin kuinka kuittia kuitu kuka
kukaan kukat kukka kuljettaja kulkee kulta kultaa kulunut kuluttua kumpi kuningas kunnolla kunnossa kuntoon kupari
kurki kurkkua kuski kuskille kustantaa kutistui kuu kuuden kuudetta kuukausi kuukautta kuulemma kuulokkeet kuulosti
kuulu kuulutus kuuluu kuuluuko kuumaa kuumenee kuun kuusi kuussa kuvassa kuvat kuvia kyllä kyllästynyt kyllästyttää
kylmä kylmät kylällä kymmenen kymppi kynttilä kynttilät kypsä kyselee kysymykseen kysymättä kysyy kyttää kyyhky
kädessä kädestä kädetöntä käsiä kätevä käydä käykö käyny käynyt käyttää käyttöön käytän kömpelöä laahaa laakso
laatikko laatu laatusuhde ladata lagi lahjakortin lahjakortti lain lainaa laine laita laitan laite laitettu laitoin
laittaa laittakaa laitteella laiva lammas lampi lanka lappu lapsella lapselle lapsen lapset lapsi lasi laskee lasku
laskua laskulle laskun laskutatte laskutuslisä lasta lasten lataa lato lattialla laturi lauantai lauantaina laulu
leffa lehmä lehti leija leipä lempi lento liekeissä liekki liian liikaa liikkeestä liiku liitteet liittymä liittymän
likasia linja linkki linkkiä lintu lipun liput lisä lisämaksu lisätä lisää lohi loimu loistava loistavaa loistavasti
loisto lokki loma lomake loppu loppui loppuu loppuun loput loukkaava lounas luin lukea lukee lukittu lukossa lumi
luokkaansa luola luotettava luottamus lupaa lupaava lupasi luulee luuri luurin luvattiin luvattu lyömätön lähde lähden
lähdettiin lähdin lähellä lähetetty lähetin lähetti lähettäjälle lähettää lähetys lähin lähtee lähteny lähteä lähti
lähtien lämmin lämpimästi läpi läppärin lässähti lääke lääkäri löydy löydä löysi löytyi löytynyt löytyy löytyykö maa
maali maaliskuussa maanantai maanantaina maassa maasta mageeta mahalasku mahdollista mahdoton mahdu mahtava mahtavaa
mahtis mahtuu maili mailiin mainio mainoksia mainos mainostetaan maistui maistuu maito maksa maksaa maksan maksat
maksetaan maksoi maksoin maksu maksua maku malli malliin mallin marja matkaa matkaan matkalla meidän meidät meijän
meili meille meillä meiltä meitä melkein melu menee meneekö menettelee meni menin menivät mennessä mennessään mennyt
mennä menossa meri mestariteos meteli metrin metso metsä mielettömän mieli mieltä mies mihin miinuksella miks miksei
miksi mikä mikään milloin millon millä minne minua minulla minulle minulta minuutin minuutissa minuuttia minä missä
mistä mistään mitat miten mitenkään mites mitä mitään moikka moitittavaa moitteen moitteetta monelle moneltako montako
muiden muistaa muistisairas muita muka mukaan mukana mukava mukavaa mulla mulle mummo mummon mummot muna munia
musiikki musta mustikka mutta muun muusa muuta muutan muuten mylly myrsky myyjä myyjää myymälässä myynnissä myyntiin
myyttekö myöhemmin myöhässä myöhästyin myöhästyy myös mäki mänty märkä mökki naapuri naapurin naarmu nahka napannut
napinaa nappiosuma narisee naurettavaa nauroin neliötä neljä neljän neljässä netissä netti nettiä neuvoi neuvoitte
niemi niihin niin niinku niitty niitä nimen nimeä nimi nimissä noin noita nolla nollaa nopea nopeaa nopeasta nopeasti
nopee normaalisti nostaa nostan nousee nousi noutaa noutopiste noutopisteen nukkuu nukuin nukun numero numeroa
numeroon nuoli nurin nurmi nykyään nyppyyntyi näen nähdä nähny näin näistä näitä näkee näkyi näkyy näkyykö nätti
näyttelijät näyttää nöyryyttävää odotan odotettu odotin odottaa odottaako odottanut odottelen odotti odotukset ohjaaja
ohje oikeaa oikeasti oikeesti oikein olemassa olen olette olevansa oliko olin olis olisi olisko olla ollaan ollenkaan
ollu ollut oltiin oltu omaa omaan omat omia ongelma ongelmia onko onkohan onks onneksi onnellinen onni onnistu
onnistui onnistuuko ookoo ootte opas opiskelija orava osaa osannut osoite osoitteen osoitteeseen osta ostaa ostaisin
ostan osti ostin osui otan otava otin ottaa ottakaa oulun outlet ovelle oven ovessa ovet paha pahaa paikalla
paikallaan paikan paikat paikka paikkaa paikkaan painaa painajainen paja pakastin paketin paketissa paketit paketti
pakkasessa pakkasta pakkaus pakko palaa palaan palanut palautetta palautettiin palautettu palauttaa palauttakaa
palautui palautus paljon paljonko palju pallo palvelin palvelu palvelua palvelumaksu palvelun pankki pannukakku paperi
paras parasta paremmin parempi parhaillaan parhain parhaita parhaiten pari paristot paskaa passi patja pehmeä peili
pelaa pelasi pelasti pelastitte peli pelistä pelittää pelkkä pelkkää pelkäsin pelkästään pelle pelleilyä pelli pellin
pellit pelotti pelto penkit pennin perhe perille perillä perjantai perjantaihin perseestä perua peruitte perunoista
perutaan peruttiin peruttu peruuntui perään pesussa pesä petetty pettymystä pettynyt pettänyt peukalo peukku pian
pieleen pienen pienet pieni pihalla pihalle pihlaja pihvi pilasitte pilvi pimeänä pinna pippuri pisteet pistettä piti
pitkä pitäis pitäisi pitänyt pitää pitääkö pliis podcast poika poikki pois poistetaan poistopyyntö poistua polku
pompotellaan poro portilla porukka posti postin postissa priimaa profiilissa puhdas puhelimeen puhelimen puhelimessa
puhelimesta puhelimitse puhelin puhelinta puhki puhui puoleen puoleksi puolen puolesta puolet puoli puolison puro
pussissa putosi puu puuroa puuttui puuttuu pysty pystyykö pysyy pysähtyi pysäyttäkää pyydetty pyysin pyytää pyörii
pyörä pähkinä päin päivä päivälle päivän päivänä päivässä päiväys päivää pätkii päähän päälle päällä päältä pääse
pääseekö pääsen pääsin päässä päästä päätös päätöstä pörisee pörssisähkö pöytä raha rahaa rahan rahastusta rahat
rahoja rahti raikas raita raivona rakastan rakka ranta rasvattu ratikka ratkesi rauhallinen rauhassa rauta ravintola
rehti reissuun remontin remontissa reppu respect retki revontuli riittää riittääkö rikki rikkinäisen rikkoi rikollista
ritari robotti roikkuu romuna roska roskaa roskiksia rosvoja ruis ruoho ruoka ruokaa ruostui ruuhkaa ruusu ryssitte
räntää röyhkeää saada saakka saako saamatta saan saanko saanu saanut saapui saapunut saari saatiin sade sain saisko
sakot salaa salama salamannopea salasana salilla salin salmi sama samaa samaan samalla samalle saman samana samat
sampo sankari sanoi sanoin sanoo sanottavaa sanotte sarka satama sateessa sattui sattuu satula saumat saunan savu
savua seis seison seisoo seisotaan seitsemässä sekaisin selittelyä selkeä selkeää sellasta selvä selvää semmoinen
semmosta seppä seuraa seuraajia seuraava siellä sieltä siihen siinä siipi siirrettiin siirretty siirrettyä siirto
siirtoa siirtyi siirtyy siirtää siis siisti siistii siitä sijaa sille silloin sillä silmät silti siltä sininen sinne
sipulia sisällä sisään sitten sittenkin sitä sivu sivulla sivut sivuun sohva sohvaa sointu soitan soitettu soitin
soittaa soittakaa soittelee sopii sopimuksen sopimus sopivasti soppi sori sota sovellukseen sovellus sovi sujui sulaa
suli suljettu sulkekaa suola suolainen suomea suomeksi suora suoraan suorastaan suosikki suositella suosittele
suosittelen suostu surkea surkeeta surkein surullinen susi suuntaan suuri suussa suvanto sydämellinen sydän syksy
syttyi syyskuussa syötiin sähkökatko sähköllä sähköpostia sähköpostiin sähköt sänky sävy säälittävää säästetty säästyi
taakse taas tahtia taika taivaisiin taivas takaisin takana takas takia takkia taksi taksikuski takuu tallella tallenna
talo talvi tammi tampereelta tanko tapaamisen tapahtuu tarina tarjoatte tarjoilija tarjouksen tarjous tarkastaja
tarvisin tarvitseeko tarvitsen taskut taulu teen teette tehdä tehdään tehkää tehty teidän teille teillä teiltä tein
teitä tekee teki tekijöille tekosyy tekstarilla tekstarin tekstiviesti teltta terveisin terä tiedä tiellä tien tiesi
tietoa tietoakaan tietoni tietää tietääkö tiikeri tilaa tilaan tilasin tilata tilattu tilaukseen tilauksen tilauksesta
tilaus tilausta tili tilille tilillä tililtä tilin tilini tiliä timanttia tiskillä tiuski todella toimi toimii
toimintaa toimitaan toimitettu toimitus toimiva toinen toiseen toisella toiselle toisen toista toistekin toivoisin
tori torni tosi touhua tuhannet tuhlausta tukasta tuki tule tulee tuleeko tulematta tulen tuli tuliko tulisin tulla
tulli tullu tullut tulossa tulostaa tultiin tunnelma tunniksi tunnin tunnissa tunnukset tunnus tunti tuntia tunturi
tuntuu tuoksu tuoli tuoretta tuote tuotetta tupa turha turhaa turhaan turhia turvallinen tuuletin tuuli tyhjenee
tyhjästä tyhjää tyhmiä tykkää tykkään tylsä tyly tyrsky tytti tyyppi tyytyväinen työtä tähteä tähti tähän täksi
tällaista tälle tällä tämä tämän tänne tänä tänään tärkein tärkeä tässä tästä tätä täydellinen täydet täynnä täysi
täyteen täyttä täällä täältä töihin töissä töistä törkeetä uimahalli ulko ulkomailla ulkomaille ulos unelma uni
unohdin upea upeeta useammin uskaltaako uskois uskoisi uskomattoman uskonu uudelle uudelleen uuden uudestaan uusi
uusin uuteen uutena uutta vaahtera vaan vaatii vahingossa vahvista vahvistusta vaihdan vaihdettiin vaihdoin vaiheessa
vaihtaa vaihto vaikka vaikuttaako vaikuttava vaimo vain vaipat vaivatonta vakuutus valehteli valettu valita valittaa
valittamista valmis valo valoisa valot vanha vanhaa vanhan vanhasta vanhat vanhenee vanhentunut vanhoja vapaana
vapaata varaa varastettiin varastoon varastossa varata varataan varattu varattua varmaan varmasti varoitus varten
vartissa vasara vasta vastaa vastaan vastasi vastata vastatkaa vastattiin vastattu vastaus vastausta vaunussa vauva
veloitettu veloititte veloitti vene verhot verkkopankki verran versio versiota verta vesi vessa vettä vetää viallinen
viedä viedään viel vielä vieläkin vieläkään vieläkö vieraat vierekkäin viesti viestiä vihaan vihainen vihdoin
vihdoinkin vihloo vihreä viiden viidessä viikkoa viikkoon viikolla viikolle viikon viikonloppua viikossa viima viime
viimeinen viimeiset viipyy viis viisi viitenumero vika vilja vilkkuu villa vinkuu virhe virkailija virta vitsi
vituttaa voiko voikukkaa voimassa voin voinko vois voisi voisiko voisitteko voisko voitteko vuodelta vuoden vuokra
vuonna vuori vuosia vuosiin vuotaa vuoteen vuoti vuotiaan vuotta vähemmän vähän väittää välein väliin välissä väreet
väri väärin väärä väärälle väärän väärään whatsapp widget wifi wilma yhdeksän yhden yhteen yhteyttä yhtä yhtään yksi
yksin yleensä ylihypetetty ylimielinen ylitti yllätti yllättävän yllätys ylös ymmärrän ympäri yrtti ystävä
ystävällistä yöllä yönä zombi äidiltäni äiti äitini ärsyttävin äsken ääneen ääni äänikirja
`;
