/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryFi = `
aalto aamu aamuksi aamulla aamusta aasi ahven aika aikaa aikaan aikaisin aikana aikani aikoja aikuista aina ainoa aita
aivan ajaa ajallaan ajan ajat ajatus ajoi ajoissa ajossa akku akun alakerran alas alennus alennusta alhaalla alkaa
alkoi alku alkuperäinen alla alle allerginen alta alue alussa alusta ambulanssia ankka anna annetaan annettu annoin
annos ansiosta antaa anteeksi antoi appelsiini appi apteekin apua arlandassa arvio arvioitu arvoinen arvoisa arvoista
arvostan arvotaan asemalla aseman asennettuna asensin asentaja asentajan asia asiaa asiaan asiakas asiakkaan
asiakkaanne asiakkaat asian asianajajani asiassa astetta asti asukasta asun asunnosta asuu aukea aukeaa aukes aukesi
auki aukioloajat aurataan aurinko aurinkoista auto automaatti auton auttaa auttanut auttoi avaimet avain avaudu avusta
biisi biossa botti brand brasiliassa budjetti bugeja bugi bugista bussi bussiin bussikuski bussissa bändi chat
chatissa edelleen edellinen edes edessä edestä edetään ehdin ehdinkö ehjä ehkä ehti ehtiikö eikä eikö eilen eivät ekaa
ekassa ellei elokuun elämä elävä elää emme enemmän englanniksi enkeli enkä ennen ensi ensin enää epäkunnossa
erinomainen erinomaista eräpäivä erää esim esitys etana eteen eteenpäin etsi etsin ette ettei etten että etuajassa
etukäteen etänä euribor euroa eurolla euron evätty farkut farssi fiksu firma firman haalea haaleaa haapa haen haetteko
haha hain haisee haisi hajalla hajoaa hajos hajosi haju hakea hakee hakemaan hakemus haki haku halli halpa haluaisi
haluaisin haluan haluisin haluun halvalla halvemmalla hammas hana hanhi hanki harju harmaa harmi harmittaa hartiat
hassumpi hattua hatunnosto hauki hauska hauskaa heikko heiluu heinä heippa heitettyä heittää helmi helposti helpotus
helppoa helvetti helvettiä hengelle henkeä henki henkilökunta hermot herra herätti heti hidas hiekka hieno hienoa
hienosti hiiri hiljainen hinattiin hinnasta hinnat hinta hintaa hintaan hirveesti hirvi hissi hississä hissiä
hohhoijaa hoidettu hoitaa hoitaja hoiti hoitui home homeessa homma homman honka hopea hotelli hotellia hotellihuone
hotellin hotellissa huhhuh huijareita huijataan huijaus huippu huippua hukannut hukassa hukkaan hukkasitte humisee
huolimatta huollon huollossa huolto huoltomies huomenna huomenta huomiseen huone huoneen huonetta huono huonoa huonoin
huonompaa huonompi huonosti hurmaava huti huutaa huvila hylje hyllyssä hylättiin hymy hymyili hymyssä hytti hyvin
hyvitettiin hyvittivät hyvityksen hyvitystä hyvä hyväksy hyvältä hyvät hyvää häikkää häiriö häissä häkävaroitin hänet
hätänumeroon hätää hävetkää hävettää hävis hävisi häät ihan ihana ihanaa ihania ihme ihmeen ihmettelen ihminen ihmisen
ihmiset ihmisiä ihmistä ikinä ikkuna ilahdutti illalla illan ilma ilmaa ilmainen ilman ilmastointi ilmeisesti
ilmestynyt ilmoitetaan ilmoittaa ilmoittautua ilmoituksen ilmoitus ilmoitusta iloinen iloisesti ilta iltaa iltana
iltapäivällä ilves imuri info innolla irti irtisanoin irtisanon irtosi iskuri istua istun istutaan istuu isän
isännöitsijä itkee itkin itku itse itseni jaksa jaksanut jalan jalka jarru jatkaa jatkakaa jatkoa jatkoi jatkolento
jatkoon jatkunut jatkuu jeee jees joista joka joki joku jolla jollekin jonka jonku jonkun jono jonossa jonotan jonotin
jonottaminen jooko jopa joskus jossa jossain josta jostain jota jotain jotka jotkut joudun joulu jouluksi joutuu
juhlat juhlitaan jumalauta jumiin jumissa jumittaa juna junaan junan junassa juoni just juttu juuri jyrän jäin
jäljellä jälkeen jälleen järkeä järveen järvi jätettiin jätetty jätin jättää jäädytetty jääkaapissa jääkaappi jäätelö
kaapattiin kaapattu kaapissa kaappi kaari kaasupullo kaatoi kaatui kaatuilee kaatuu kadonnu kadonnut kahdeksalta
kahdelle kahdelta kahden kahdessa kahdesti kahteen kahvi kahvila kahvinkeitin kaiken kaikille kaikki kaipasin kaivo
kakkoskausi kakku kaks kaksi kallio kallis kallistui kamalaa kamera kampaaja kana kankea kannata kannessa kanssa kanta
kanto kantoi kapteeni karhu karjala kartano kasin kassalla kassalle kassan kassit kasvi katkesi katko katkoista
katkosta katoaa katolle katolta katosi katosta katso katsoa katsoi katson katsonut kattila katto kattoo katuvalosta
kauan kauanko kauhee kaunis kaupan kaupassa kaupasta kauppa kaupungin kaura kausi kautta kavereille kaveri kaverin
kehen kehu kehua kehut keittiö keittiön keksi kelan kellarissa kello kelloa kelpaa kenelle kenellekään kengät kenkä
kenttä kentälle kentän kerho kerralla kerran kerrankin kerro kerrokseen kerron kerta kertaa kertaakaan keskellä kesken
keskiössä keskustassa kesti kestänyt kestävä kestää kestääkö kesä kesäksi kesäkuussa kesän kesänä kettu kettua kettuja
ketun ketut ketuttaa ketään kevyt kevät keväällä kielellä kielen kieli kiila kiilsi kiinaksi kiinni kiitokset
kiitollinen kiitos kiitti kiittää kiitän kilon kipinöi kiristystä kirja kirjaa kirjasto kirje kirjeen kirjoita kissa
kiva kivaa kivi kivuttomasti klikkaa kohdalla kohdeltiin kohdillaan kohta kohtaa kohti koira koiraa koiran koivu
kokeillu kokeiltu kokemus kokemusta koko kokoa kokonaan kolikoita kolmas kolmatta kolme kolmeen kolmelta kolmen
kolmessa kolmesta kolmesti kolmio konduktööri kone koneen koneeseen koneessa konetta konna konnari konsertti konttori
koodi koodin korjata korjatkaa korjattiin korjattu korotus korpi kortilla kortille kortilta kortin kortti korttia
korttisi korvaa korvaan korvaava korvaus korvia koska koskaan koskee koski koti kotihoidon kotiin kotimainen kotka
kotoa kotona koukuttaa koulun koulusta kova kovasti kuha kuin kuinka kuitin kuittia kuitu kuka kukaan kukat kukka
kuljettaja kulkee kulta kultaa kulunut kuluttua kumpi kuningas kunnolla kunnon kunnossa kuntoon kuopiossa kupari kurki
kurkkua kuski kuskiin kuskille kustantaa kutistui kuu kuudelta kuuden kuudetta kuukauden kuukausi kuukausia kuukautta
kuule kuulemma kuulokkeet kuulosti kuulu kuulutus kuuluu kuuluuko kuumaa kuumenee kuumetta kuun kuunteli kuusi kuussa
kuva kuvaa kuvan kuvassa kuvat kuvia kyllä kyllästynyt kyllästyttää kylmä kylmät kylällä kymmeneltä kymmenen kymmentä
kymppi kynttilä kynttilät kypsä kyselee kysymykseen kysymättä kysytään kysyy kyttää kyyhky kädessä kädestä kädetöntä
kärryn käsiin käsiä kätevä kävi käydä käykö käyny käynyt käytiin käyttää käyttöön käytän kömpelöä laahaa laakso
laatikko laatikossa laatikosta laatu laatusuhde ladata lagi lahjakortin lahjakortti lahjaksi lain laina lainaa laine
laita laitan laite laitettu laitoin laittaa laittakaa laitteella laiturilla laiva laivan lammas lampi lanka lappu
lapsella lapselle lapsen lapset lapsi lapsiparkkia lasi laskee lasku laskua laskulle laskun laskut laskutatte
laskutuslisä lasta lasten lataa lato lattia lattialla laturi lauantai lauantaina lauantaisin laulu leffa lehmä lehti
leija leikkaus leipä lempi lensi lento liekeissä liekki liian liikaa liikkeestä liikkuva liiku liitteet liittymä
liittymän likasia linja linkistä linkki linkkiä lintu lipun liput lisä lisämaksu lisätä lisää liukuportaat lohi loimu
loistava loistavaa loistavasti loisto lokki loma lomake loppu loppui loppuu loppuun loput loukkaava lounas luin lukea
lukee luki lukittu lukossa lumi luokkaansa luola luotettava luottamus lupaa lupaava lupasi luulee luulin luuri luurin
luvattiin luvattu lyömätön lähde lähden lähdettiin lähdetään lähdin lähellä lähetetty lähetin lähetti lähettivät
lähettäjälle lähettänyt lähettää lähetys lähin lähinnä lähtee lähteekö lähteny lähteä lähti lähtien lämmin lämmintä
lämpimästi lämpöpumppu läpi läppäri läppärin lässähti lääke lääkettä lääkkeet lääkkeitä lääkäri löydy löydä löysi
löytyi löytynyt löytyy löytyykö maa maali maaliskuussa maanantai maanantaina maassa maasta mageeta mahalasku
mahdollista mahdoton mahdu mahtava mahtavaa mahtis mahtuu maili mailiin mainio mainoksia mainos mainostetaan maissa
maistui maistuu maito makaa maksa maksaa maksan maksat maksetaan maksettu makso maksoi maksoin maksu maksua maku malli
mallien malliin mallin malta marja marraskuussa matkaa matkaan matkalla matkan meidän meidät meijän meili meille
meillä meiltä meitä melkein melu mene menee meneekö menettelee meni menin menivät mennessä mennessään mennyt mennä
menossa meri merkitty mestariteos meteli metrin metso metsä mielettömän mieli mieltä mies mihin miinuksella miks
miksei miksi mikä mikään milloin millon millä millään minne minua minulla minulle minulta minun minussa minuutilleen
minuutin minuutissa minuuttia minuuttiin minä missä mistä mistään mitat miten mitenkään mites mitä mitään mobiilimaksu
moikka moitittavaa moitteen moitteetta monelle moneltako montako muiden muilla muistaa muistisairas muita muka mukaan
mukana mukava mukavaa mukisematta mulla mulle mummin mummo mummon mummot muna munia musiikki musta mustikka mutta
muulle muun muusa muuta muutan muuten muutetaan mylly myrsky myyjä myyjää myymälässä myynnissä myyntiin myytte
myyttekö myöhemmin myöhässä myöhästyin myöhästyn myöhästyy myös mäki mänty märkä mökille mökin mökki naapuri
naapurille naapurilta naapurin naarmu nahka napannut napinaa nappiosuma narisee naurettavaa nauroin nelivuotias
neliötä neljä neljälle neljän neljänteen neljässä neljättä nerokasta netissä netti nettiä neuloja neuvoi neuvoitte
niemi niihin niin niinku niitty niitä nimellä nimen nimeä nimi nimissä noin noita nolla nollaa nopea nopeaa nopeasta
nopeasti nopee normaalia normaalisti nostaa nostan nousee nousi noutaa noutopiste noutopisteen nukkuu nukuin nukun
nukuttiin numero numeroa numeron numeroon nuoli nurin nurmi nykyään nyppyyntyi näen nähdä nähny nähnyt nähty näin
näistä näitä näkee näkeekö näkyi näkynyt näkyy näkyykö näkö nälkä nätti näyttelijät näyttää nöyryyttävää odotan
odotettiin odotettu odotin odottaa odottaako odottanut odottelen odotti odotukset ohjaaja ohje oikeaa oikeasti
oikeesti oikein oksentaa olemassa olen olette olevansa oliko olin olis olisi olisin olisko olla ollaan ollenkaan ollu
ollut oltiin oltu omaa omaan omat omia ongelma ongelmia onko onkohan onks onneksi onnellinen onni onnistu onnistui
onnistuuko ookoo ootte opas opiskelija orava osaa osannut osoite osoitteen osoitteeseen osta ostaa ostaisin ostan osti
ostin osui otan otava otettu otin ottaa ottakaa oudon oulun oulussa outlet ovella ovelle oven ovessa ovet ovikelloa
paha pahaa paikalla paikallaan paikan paikat paikka paikkaa paikkaan paikkansa painaa painajainen paita paitsi paja
pakastin paketin paketissa paketista paketit paketti pakettini pakettisi pakkasessa pakkasta pakkaus pakko palaa
palaan palanut palautetta palautettiin palautettu palauttaa palauttakaa palautti palautui palautus paljon paljonko
palju palkka pallo palovaroitin palvelin palvelu palvelua palvelumaksu palvelun pankki pankkiin pannukakku paperi
paras parasta paremmin parempaa parempi parhaillaan parhain parhaita parhaiten pari paristot parkkihalli parvekkeella
paskaa passi passin patja patterit pehmeä peili pelaa pelasi pelasti pelastitte peli pelistä pelittää pelkkä pelkkää
pelkäsin pelkästään pelle pelleilyä pelli pellin pellit pelotti pelto penkit penkki pennin perhe perheen perille
perillä perjantai perjantaihin perjantaiksi perjantaina perseestä perua peruitte perunoista perutaan peruttiin peruttu
peruuntui perään pestä pesukapselin pesukoneen pesun pesussa pesä petetty petti pettymystä pettynyt pettänyt peukalo
peukku pian pidä pieleen pienellä pienen pienet pieni pientareella pihalla pihalle pihlaja pihvi piippaa pilasitte
pilvi pimeessä pimeänä pinna pinta pippuri pisteet pistettä pistorasia piti pitkä pitäis pitäisi pitänyt pitää pitääkö
pliis podcast poika poikki pois poissa poistetaan poistopyyntö poistua polku pompotellaan poro portilla portti porukka
porukkaa posti postin postissa priimaa profiilissa puhdas puhelimeen puhelimella puhelimen puhelimessa puhelimesta
puhelimia puhelimitse puhelin puhelinta puhki puhui puhuu puku punaisena puoleen puoleksi puolen puolesta puolet puoli
puolison puolitoista puristaa puro pussissa putki putoaa putosi puu puuroa puuttui puuttuu pysty pystyykö pysyy
pysähtyi pysäköinti pysäyttäkää pysäyttää pyydetty pyysin pyytää pyörii pyörä pähkinä pähkinää päin päivityksen
päivystyksen päivystys päivä päivälle päivän päivänä päivässä päiväys päivää pätkii pätkinyt päähän päälle päällä
päältä pääse pääseekö pääsen pääsin päässä päästä päättyy päätös päätöstä pörisee pörssisähkö pöytä pöytää raha rahaa
rahan rahastusta rahat rahoja rahti raikas raita raivona rakastan rakastuin rakka ranta rappuun rasvattu ratikka
ratkesi rauhallinen rauhassa rauta ravintola rehti reikä reilu reissuun remontin remontissa reppu resepti respassa
respect retki revontuli riittää riittääkö rikki rikkinäinen rikkinäisen rikkinäisenä rikkoi rikollista ritari robotti
roikkuu romuna roska roskaa roskiksia rosvoja rouva ruis ruoho ruoka ruokaa ruostui ruuhka ruuhkaa ruusu ryssitte
räiskyy räntää röyhkeää saada saakka saako saamatta saan saanko saanu saanut saapui saapunut saari saatiin sade sain
saisko sakko sakot salaa salama salamannopea salasana salasanan sali salilla salin salmi sama samaa samaan samalla
samalle saman samana samanlainen samanlaisena samassa samat sammui sampo sankari sanoi sanoin sanoo sanottavaa sanotte
sarka satama sateessa sattui sattuu satula saumat saunan savu savua seinän seis seison seisoo seisotaan seissyt
seistään seitsemässä sekaisin sekunnissa selittelyä selittää selkeä selkeää sellasta selvisi selvä selvää semmoinen
semmosta seppä seuraa seuraajia seuraava siellä sieltä sihisee siihen siinä siipi siirrettiin siirretty siirrettyä
siirto siirtoa siirtyi siirtyy siirtää siis siisti siistii siitä sijaa sijaan siksi sille silloin sillä silmät silti
siltä simahti sininen sinisen sinne sipulia sisällä sisään sitten sittenkin sitä sivu sivulla sivut sivuun sohva
sohvaa sointu soitan soitetaan soitettu soitin soittaa soittajalle soittakaa soittelee soitti soitto sokerit sopii
sopimuksen sopimus sopivasti soppi sori sota sovellukseen sovellus sovi sovittu suin sujui suklaa sulaa suli suljettu
sulkekaa sulkeutuu suola suolainen suomea suomeksi suora suoraan suorastaan suosikki suositella suosittele suosittelen
suostu surkea surkeeta surkein surullinen susi suunniteltu suuntaan suuri suussa suututtaa suvanto sydämellinen sydän
syksy syttyi syyskuussa syötiin syöty sähkökatko sähköllä sähköpostia sähköpostiin sähköt sänky sävy säälittävää
säästetty säästyi taakse taapero taas tahtia taika taivaisiin taivas takaisin takana takas takia takkia taksi
taksikuski takuu tallella tallenna talo taloon talvella talvi tammi tammikuussa tampereelta tanko tapaamisen tapahtuu
tapana tarina tarjoatte tarjoilija tarjosi tarjouksen tarjous tarkastaja tarkoittaa tarpeen tarvii tarviiko tarviin
tarvisin tarvitseeko tarvitsen tasan taskut taulu teen teette tehdä tehdään tehkää tehnyt tehty teidän teille teillä
teiltä tein teistä teitä tekee teki tekijöille tekosyy tekstari tekstarilla tekstarin tekstiviesti teltta temppuilee
terveisin terä testattu tiedä tiellä tien tienaa tiesi tietoa tietoakaan tietoni tietää tietääkö tiikeri tiistai tiiä
tila tilaa tilaan tilalle tilasin tilata tilattu tilaukseen tilauksen tilauksesta tilaus tilausta tili tilille tilillä
tililtä tilin tilini tilisiirto tiliä timanttia tiputtaa tiskillä tiuski todella toimi toimii toimintaa toimitaan
toimitatteko toimitettu toimitetuksi toimitus toimiva toinen toiseen toisella toiselle toisen toisensa toista
toistekin toivoisin tori torni torstaina tosi touhua toukokuussa tuhannet tuhlausta tukasta tuki tule tulee tuleeko
tulematta tulen tuli tuliko tulisin tulkaa tulla tullaan tulli tullu tullut tulossa tulostaa tultiin tulvii tumma
tunnelma tunniksi tunnilla tunnin tunnissa tunnukset tunnus tunti tuntia tunturi tuntuu tuokaa tuoksu tuoli tuoretta
tuote tuotetta tuotteesta tupa tuplana turha turhaa turhaan turhia turpoaa turvallinen turvallista tuulen tuuletin
tuuli tyhjenee tyhjä tyhjästä tyhjää tyhmiä tykkäsin tykkää tykkään tylsä tyly tyrsky tytti tyttären tyttö tyyppi
tyytyväinen työnantaja työtä tähteä tähti tähän täksi tällaista tälle tällä tämä tämän tänne tänä tänään tärkein
tärkeä tässä tästä tätä täydellinen täyden täydet täynnä täysi täyteen täyttä täällä täältä töihin töissä töistä
törkeetä uimahalli uimahallin ulko ulkoasu ulkomailla ulkomaille ulkona ulos unelma uni unohdin unohtui upea upeeta
useammin uskaltaako uskois uskoisi uskomattoman uskonu uudella uudelle uudelleen uuden uudestaan uusi uusin uuteen
uutena uutiskirje uutta vaahtera vaan vaatii vahingossa vahvista vahvistusta vaihdan vaihdettiin vaihdettu vaihdoin
vaiheessa vaihoin vaihtaa vaihto vaihtoi vaikka vaikuttaako vaikuttava vaimo vain vaipat vaivannäöstä vaivatonta
vakuutus valehteli valettu valita valittaa valittamista valitus valmis valo valoisa valot valui valuu vanha vanhaa
vanhaan vanhan vanhasta vanhat vanhenee vanhentunut vanhoja vapaana vapaata varaa varaaja varas varastettiin varastoon
varastossa varata varataan varattu varattua varmaan varmasti varoitus varten vartija vartissa vasara vasta vastaa
vastaan vastannut vastasi vastata vastatkaa vastattiin vastattu vastauksesta vastaus vastausta vastaustanne vaunussa
vauva vedettiin veloitettu veloititte veloitti veloitus veloitusta veltto vene verhot verkkopankki verran versio
versiota verta vesi vessa vessassa vettä vetää viallinen viedä viedään viel vielä vieläkin vieläkään vieläkö vieraan
vieraat vierekkäin vieressä viesti viestin viestiä vietiin viety vihaan vihainen vihdoin vihdoinkin vihloo vihreä
viideltä viiden viidennen viidessä viikko viikkoa viikkoon viikolla viikolle viikon viikonloppua viikossa viima viime
viimeinen viimeiset viipyy viis viisi viitenumero vika vilja vilkkuu villa vinkuu virhe virkailija viroon virta vitsi
vituttaa voide voiko voikukkaa voimassa voin voinko vois voisi voisiko voisitteko voisko voitteko vuodelta vuoden
vuokra vuonna vuori vuosi vuosia vuosiin vuotaa vuoteen vuoti vuotiaan vuotta vähemmän vähän väittää väki välein
väliin välillä välissä väreet väri väärin väärä väärälle väärän väärään whatsapp widget wifi wilma yhdeksältä yhdeksän
yhdellä yhden yhteen yhteenkään yhteyden yhteyttä yhtä yhtään yksi yksin yleensä ylihypetetty ylimielinen ylitti
yllätti yllättävän yllätys ylös ymmärrä ymmärrän ympäri yritykselle yrtti ystävä ystävällisiä ystävällistä yöksi yöllä
yönä zombi äidiltäni äidin äiti äitini äkkiä ärsyttävin ärsyttää äsken ääneen ääni äänikirja öisin
`;
