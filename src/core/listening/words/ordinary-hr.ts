/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryHr = `
adresa adresi adresu aerodrom aerodroma agent agregat ajde ajvar akcija alarm anđeo aparat apartman apartmanom
aplikacija aplikaciji aplikaciju artikl auta auto autobus autobusu autocesti automat automatski autu avion avionu
ažuriranja baba babe bacanje bacio baciti bager bahat bahatost bajka baka bakin balkona balkonu banci banka bankarstvo
banke bankomat banovali baraka barem baterija baterije bateriju bazen bačen bašta beba bebe bebi bebu beda beograd
beogradu besplatan besplatno bezobrazluk beču bicikl bicikle bijeda bijeli bijesna bila bili bilje bilo birati biser
biste biti bjezite bježite black blagajna blagajne blagajni blagajnu blato blizu bljedunjavo blokirajte blokirali
blokiran boca bodova bodove bodovima bogat bogzna boja bojala boji bojim bojler boju bolan boli bolja bolje bolji
bomba bor božić božića brana brat brata bravo breza brežuljak briga brijeg brod broj broja brojeve brojila broju
bronca bruka brza brzi brzina brzinski brzo brzom brzopak bubanj budale bude bugova buka bukva bungalov bura bure
burek buši carevi cast cekam cekanje cela celoj cena centa centar centru cesta ceste cigla cijela cijele cijeli
cijelim cijelo cijelom cijelu cijena cijene cijenu cijev cipela cipele cirkus cista crkao crkava crkla crkva crkve
crni crnu crvena crvenila curenje curi cvijet cvijeće dabar dajte daju dala dali dalje daljinski dan dana danas dane
dar datum datuma dedi deklaraciji delfin depozit deset desetka dete devet dečki dečko dežurna dežurni dida digne
dijela dijete dim dima diplomirala divlja divna divne divni divno divota diše dišem diže dižete djeca djece djeci
djecjim djecom djed djelatnica djelo djetetom djetetu dječja dječji dječjoj dlaka dnevno dob dobar dobije dobijem
dobila dobili dobio dobiti dobivam dobra dobre dobri dobro dodajte dodam dodati događa dogovoreno dokle doktor doktora
doktorica dokumentarac dolaska dolazak dolaze dolazi dolazimo dolina dolje dom doma domaće domaći domaćin donijele
donio doplatak doručak doručkom dosada dosao dosla doslo dosta dostava dostave dostavljac dostavljate dostavljač
dostavljeno dostavu doviđenja dovoljna doći dočekali dođe došao došla došlo draga dragi dragulj druga drugačija druge
drugi drugima drugo drugog drugom drugu drva drvena drvo držala drži držite dubina duga dugo dunja duplo dućan dućana
dućanu duša duše dušu dvadeset dvanaest dvaput dvije dvoje dvokatov dvor dvorana dvorišta dvorištu džemper ekipa ekipi
ekran eksplodirao epizoda epizodi eura euro evra extra fala fale fali falilo falio fantastična fenjer fenomenalan
fenomenalna fest festival film filma fina fini firma firme firmu fitkula fitkuli fjord fleke fora free frizerka
frižideru gablec gaj galeb garancija garancije garaža garaži gasi gate gavran gašenje gdje gejta genijalna genijalno
gladna glas glava glavom glazba glazbe gleda gledaju gledala gledam gledao gledko gljiva gluma glumica glupost godina
godinama godine godinu godišnja godišnje godišnjem golf gora gore gori gospodin gospođa gospođe gosti gotova gotovo
govori grad grada gradu grah grama grana graz građani grebe greben greska greske greška greške grešku grijanja
grijanje grije groba groblje grozno grožđe grupa grupu gubi gubim gume gumu gusar guska gust guzve guši gušt gužva
gužve haha hahaha hahahaha hakirali hakovan halo haustoru hitne hitno hitnom hitnu hladna hladnjak hladno hodniku
hotel hoće hoću hrana hrane hranu hrast hrid htio htjela hvala hvata iako iban ideja idem idemo iduće idući igla igra
igrali igrališta igračka ijedan ijednog ikad ikra imaju imala imali imam imamo imanje imao imate imati imena imenom
inače inbox informaciju inspekciji instruktor internet interneta ipak iphone ironija iskra iskrena iskreno iskri
iskustva ispadaju isplate isplati isplatilo ispod isporučeno ispravak ispravili ispred isprike ispriku ista iste
isteka istekao istekla isteklim isti istina ističe istječe isto istog istoj istom istrčao istu itko ivana izasli
izašla izašli izbaci izbacuje izbor izdrao izgleda izgledam izgovore izgubila izgubili izgubio izgubljen izgubljenu
izlaze izlazu izlet izloga između izmišljate iznad iznenadena iznenađena iznenađenje izvinite izvor izvoz išta jablan
jadno jagoda jaja jaje jakna jako jama jamstvo jarak jarbol jasen jasno jastog javi javila javili javim javio javite
javlja javljaju javljam javljate javor jedan jedanaest jede jedina jedino jedna jedne jedni jednim jedno jednog jednoj
jednom jednostavna jednostavno jednu jedva jeftino jela jelen jesen jest jeste jesu jezero jezik jorgovan jug juha
jure jutra jutro jutros juče jučer kabel kabina kada kafić kafića kafu kakav kako kakva kalendar kamata kamen kamera
kamp kanta kante kaos kapa kapetan kapi kapija kaplje kapu kaput karavan karlovcu karta karte karti kartica kartice
kartici karticom karticu kartu kasko kasni kasnije kasnilo kasnio katastrofa katu kauč kava kave kavu kaze kazna kazu
kaša kašici kašnjenja kašnjenje kaže kažu kci keramike kikiriki kila kinu kiša kiše kiši klik klikni klima klime
klinac klinaca klinci klincima ključ klupa klupu knjiga knjige knjigu knjižara kodom kofer koga koja koje kojeg kojem
koji kojih kojima kojoj koju koka kokice kokos kolač kolegica kolica kolicima kolika koliko kolko kolo kolodvoru
kolovoza komad komada kombi kombija kome komoda komšija konačno koncert kondukter konj konkurencije konobar kopija
koraka korektno korijen koristi koristiti kos kosa kosu kotač kovanice koza kočnica kočnice košara košta koštala kožuh
kraj kraja kraju kralj kraljevi krasan krasno krava kredit krema krene krenuo krepala krevet kreveta kriva krive krivi
krivo krivog krivu krov kroz krug kruh kruha kruna kruška kruže krvarim krštenje kuci kufer kula kum kuna kune kupac
kupaonici kupca kupila kupina kupio kupit kupka kupljen kupon kupuje kupuju kurir kurira kurirom kutija kutije kutiji
kutiju kuća kuće kući kućnu kuću kvadrata kvaliteta kvalitete kvalitetno kvar kvari kvart kvaru kćer kćeri lagan
lajkove laku lakše lampa lane lani laptop lasta lastavica lav laža lažete lažne lažni led ledi legenda legende legla
lekovi lepa lepo leptir leta leti letka leđa ležaljke leži lice lift lifta liftu liga lijek lijekove lijekovi lijep
lijepa lijepi lijepo lijepu lika linija liniji linja link linku lipnju list listu livada ljekarna ljepše ljeto
ljetovanje lješnjaka ljubavi ljubazan ljubazna ljubazni ljubazno ljude ljudi ljudski ljuta ljuti ljušti logo lonce
lopova lopovi lopta losa lose lovor lozinke lozinku loša loše loši lošije luci ludilo ludnica luk luka luku lula
madrac mail maila majica majka majke majstor majstori makar mala male mali malina malo malu mama mami mamom manje
marijana marko maslina materijal mačak mačka mačke mašinu med medicinska mekan melem mene meni mesa meseca meso mesta
mijenja milina minus minuta minute minuti minutu miris miriše mirno mislila mislim mislio mjesec mjeseca mjeseci
mjesecu mjesečno mjesta mjesto mjestu mlada mlako mlijeka mljac mnom mobitel mobitela mobitelom mobitelu model modela
mogao mogla moglo mogu moguće moja moje moji mojim mojoj mojom moju mokro mokrom molim molio momak momci mora moram
moramo moraš more most mostaru moze mozete može možemo možete mrak mraku mreža mreže mreži mrežom mrtav mrzim
mrzovoljni muka muke munja muzej mučno mužu nadam nade nadmašili najam najavljuju najbolja najbolje najbolji najboljoj
najbolju najdraži najgora najgori najljepsa najljepša najmanji najviše naknada nakon naljepnice nalog nama namaz
naocale naočale napad napisala napisao naplaceno naplatili naplatio naplaćeno naplaćuje naplaćujete napokon napola
napravite naprijed napuklo naravno narod narucila narudzbu narudžba narudžbe narudžbi narudžbu naručena naručeno
naruči naručila naručio naručiti naručivanje naručuje naručujem nasmijana nastavak natrag navečer nazad nazvala nazvao
naći način nađe našao naše našla našli nažalost neba nebo nedelje nedelju nedjelja nedjeljom nedjelju nedostaje
nedostatak nedostupno nego neispravan neka nekad neke neki neko nekog nekoga nekoj nekome nema nemaju nemam nemate
neozbiljni nepravda neprijatelju nesposobni nesposobnost nestala nestalo nestane nestao nesto neta netko neverovatno
nezaboravan neće neću nešto nigde nigdje nije nijedna nijednom nikad nikakav nikako nikakva nikakve niko nikog nikom
nikome nisam nismo nista niste nisu niti nitko ništa njega njegov njemu njih njim njima njoj noge nogu normalni
normalno nosi nosim nosite nova novac novca novce nove novi novim novine novog novom novu novčanik noć noćas noći
noćni noću nož nude nula nuli obala obavezno obaveštenja obavijest obećaju obećali obilne obitelj običaju obične
obišao objasnila objasnio objasnite objavili objavljujete objašnjenja obje oblak obnovila obozavam obožavam obrade
obradi obradovali obrazac obrisao ocajna ocekivala ocekivanja ocekivao ocito odbijen odbijena odbili odgovara
odgovaraju odgovarate odgovor odgovora odgovorio odgovoru odjednom odjel odjela odlaze odlepile odlicne odličan
odlična odlično odmah odmor odnio odusevljena odustao oduševila oduševljena oduševljeni odvjetnik odšteta ognjište
ograda ogrebotine oko okus oluja onaj onda online onog onoj opasna opasno opcija opciju operacije opet opomena
oprostite optika orah orao original originalni orlovi ormar osam osiguranje osijek osijeku osim osip osjeti osjećam
osmijeh osmijehom osoba osobe osoblje osobna ostaje ostajem ostala ostali ostalo ostao ostavili ostavio ostaviti
ostavljen otišao otišla otišle otkad otkazala otkazale otkazali otkazan otkazana otkazao otkazati otkazivanja
otkazivanje otkud otok otoke otpad otprilike otrovala otrovao otvara otvaraju otvaranje otvorena otvoreni otvori
otvorila otvorim otvorio ovaj ovako ovan ovca ovdje ovog ovom ozbiljno očajna očajno očekivala očekivanja očekivao
očima oštećeno ožujka ožujku pada padne paket paketomat paketu pala pale panele papir papira papirić paprat para pare
parfem parking parkiranje patike pauk pecka pekare perilica perić perje pero peronom peronu petak peti petica petka
petnaest petra peče pijan pijesak pisala pisati pita pitala pitali pitam pitanja pitanje pitao pitaš pizza piše pišem
pišite pišu pjesma placa placem placu plakala plakao plamen planina planinu planirate plate platila platim platio
platit platiti platiš plave plavi plaća plaćam plaćanje plaće plaćen plaćena plače plačem plaža plaže plin plina
plinska pljačka ploči pločice pobjegao poda podatke podcast podići podne podršci podrške podu pogled pogleda
pogledajte pogledao pogledati pogledom pogodak pogrešan pogreške pogrešna pogriješila pohvala pohvale pojma pokazuje
poklon poklopac poklopila poklopili pokretne pokriva pokvareno pola polazak polazi polica polici polizat poližeš polje
poludeću poludit pomaknuo pomereno pomogao pomozite pomoć ponedjeljak ponedjeljka poništite poništiti ponor ponosan
ponovno ponoć ponoći ponuda ponudu popeo popila popis poplava poplave popodne popravak popravili popravio popust
popušta porcija porcije poreza porodica portal poruci porudžbine poruka poruke poruku poručim posada posao posebno
poskupelo poskupjeli poskupjelo poslala poslali poslao poslati posle poslije poslovnica poslovnici poslovnicu poslu
posteno posto postoji potok potpis potvrda potvrdite potvrdu pouzdani povišicu povrat povrata povratak pozdrav poziv
pozlilo pozz počinje počinjem pošaljite pošiljka pošiljku poštar poštarinu pošte pošten poštena pošteni pošteno pošto
poštovani poštovanje poštovanjem požalit pranja pratim prave pravi pravo prazan prazni prazno prebaci prebacili
prebaciti precijenjen pred predaje predati prede predivna predivno predlažem predlog predomislila predstava
predvidljiv pregled pregledu preko prekrasan prekrasno prelijepo prema preplatila preporucam preporucujem preporuka
preporuke preporučam preporučila preporučujem prepoznati preselili presjedanje pretplata pretplatu preuzimanje prevara
prevarili previše prezime prešla prešli preživio prigovor prigovoriti prijatan prijatno prijava prijavila prijavit
prijaviti prijavljuje prijavu prije prijenos prijete prijeti prijevaru prikolicu prima primate primljena privremeno
priznali priča pričam priče prljav probala problem problema problemi prodaje prodajem prodaju prodali prodavačica
profil profilu progutao prohodala proizvod proizvodi prolaze prolazi proljeća promijenila promijenili promijenio
promijeniti promocija propao proradilo proraditi prosjecno protiv provela proviziju provjerite prozor prozora prozoru
pročitao prošao prošle prošli prošlo prste prsten prtljagu prva prve prvi prvih prvo prvog prvoj prvom prvu psovao
ptica puca pukao pukla puklo pukne puknuo pumpa pumpica puna punica punim punjač puno pustinja put puta putem putovala
putovnica putu putuje putujem pušta puštaju pčela pčelar pčelica pšenica racun rada rade radi radijatori radiju radila
radim radimo radio radite radno radovi rak rakija ramenima rampa ranije raspada raspala raspao rasprodano raste
rasvjeta rata rate ratu razbijen razbijeno razbojnici razglas razloga razmislite razmišljam razocarali razocarana
razočarali razočaran razočarana razočarao razreda razvučen račun računa račune računu raž recepciji recepcionar recept
reda redu rekao rekla reklama reklamacija reklamaciju reklame reklamu rekli rekord remek renovacije rent restoran
rezervacija rezervaciju rezervirajte rezerviran rezervirati rezervni reći rečenice riba rijeci rijeka rijeseno riječ
riječi riječju riješeno riješila riješili riješio rivi roaming roba robu rog roka rokom roku roman rosa rođendan
rublje ruci rujna rujnu ruka rukama ruke ruksak ruku rupa rupe rupu rusi ručak ruši ruža sada sadnice sadrži sajt
salata saljem salon sama same sami samo sarajevo saslušao sastav sat sata sati savrseno savršen savršeno savršenstvo
sebe sedam sekunda selidbe selo sendviče serija serije seriju serum server servis servisa servisu sestra sezona sezone
sezonu sidro signal signala sigurno sina sinoć sirova sirup siska sistematski sitno sjajno sjedalo sjedalu sjedila
sjedimo sjedne sjela sjena sjever sjećam skele skida skidam skinuli skinuo skinuti skinuto skladište skok skoro
skrivena skriveni skup skuplja skuplje skupo slabo sladoled slagao slatka slatko slavoniji slegnuo sletio slici
sliježe slika slikama slike sliku sljedeće slobodan slobodno slobodnu slomila slomio slomljeno slon slova slovo
slusalicu slučajno slušalice slušalicu službenica smece smeta smeće smije smijeha smiješno smisla smrad smrdi snijeg
snijega snijegu soba sobi sobu sokol sol solarne somun sova spam spasila spasili spasio spava spavam spavat split spor
sporije sporo spremna sprovod spustila spustili sram srama sramota sranje srca srce srdačan srdačno srebro sredio
sretan sretni sretno sreća sreće sređeno srijede srna srpnja srušio stakla staklo stala stalno stan stanarinu stane
stanici stanju stanu stao star stara stare stari starije starijima starom staru stavili stavio stavite stavka staze
stepenice steta stigao stigla stigle stigli stiglo stignemo stignete stijena stize stići stiže stižu stjuardesa stoje
stoji stojim stojimo stoka stol stola stolica stolice stolicu strane stranica stranice stranici stranicu strašno stres
strijela strop strpljenja strpljenju strpljiva strpljivo struja struje struju studente stupnja stupnjeva stvar stvari
stvarno subota subotom subotu sudac sudu sumnjati sunce suncu super susjed susjeda susjedu susret sustav sutra suza
svadbu svaka svake svaki svakih svako svakog svakom svaku svega svejedno svemu svibnja svibnju svih svijetu svijeća
svima svira svježa svoj svoje svojih svojim svoju svom svrbi tabla tablet takav tako taksist tamni tamo tarifa tarifu
tata tava tehničar telefon telefona telefonu telegram televizor telmora temperaturu tenisice tepih teretana termin
terminal terminali teta tete tečaj teško tigar tiha tihi tiho tijeku tipka tipkovnici tisuća tišina tjedan tjedana
tjedna toga token toliko tome topao topi topla toplana tople toplinska toplo torba torbi torbu torta tortu točno
tragedija trajao traje trajekt traju traku tramvaj trava travnju tračnica tračnice traže traži tražila tražim tražimo
tražio tražite treba trebala trebali trebalo trebam trebao trebaš treci trener treperi treća trećeg treći treću
trešnja trgovačkom trgovina trideset triput trnje troje trokira troskovi troši trudnice trudu trunke tuga tuča tuđe
tuđi tužbu tužna tvrđava ubacite ubija ubio ubit ucitava udoban ugasila ugasili ugasite ugodan ugodno ugovor ugovora
ujutro ukrali ukrcaj ulaz ulaza ulaznice ulica ulice ulici ulje umalo umesto umjesto umorna unaprijed unesem uništili
unuci unutra uopce uopće upali upis upisala upisali upisati uplata uplati uplatio uplatu upravo upropastili uputa
uputama uputnica uredno uredu uređaja usisavač usluga usluge uslugu usne uspjela uspjeli usred utakmica utakmicu
utičnica utičnice utorak utorkom uvedite uvek uvesti uvijek uzas uzela uzeli uzeo uzet uzimaju uzimam učenike učitava
uđem ušla užasan užasno užitak uživo vagonu val valja valjda vama vani vatra vaučer vaša vaše vašeg vašem vašu važi
veceras velika velikoj veljači ventil ventilator verzija verziju veza veze vezi veće veći večer večera večeras
večerašnji vidi vidim vidimo vidio vikao vikend vikendom vise visi viče višanja više viška vjenčanica vjenčanje vjerna
vjernosti vjerojatno vjerovati vjerujem vjetar vlaga vlak vlaka vlakom vlaku vlasnik voda vode vodi vodu volim voljela
volju vozač vozača vozaču vozi vozim voziti voždovcu vožnje vožnji vrana vrata vrate vratila vratili vratima vratio
vratite vratiti vraća vraćaju vraćali vraćam vraćamo vrba vredi vreme vremena vrećice vrećici vrećicu vrh vrhunska
vrijedi vrijedna vrijedno vrijeme vrt vrti vrtić vrtiću vrtni vrutak vuk webu zabavan zabavno zaboravila zaboravili
zaboravio zadnja zadnje zadnjeg zadnji zadnjoj zadnju zadovoljan zadovoljna zadovoljnija zadru zaglavio zaglavljena
zagreb zagreba zagrebu zahtjev zahvaljujem zahvalna zahvalni zakasnili zaključali zaključan zaključana zakon zaljubila
zaljubljena zamerki zamijenili zamjena zamjenski zamjenu zamjerke zamjerku zamrzivač zanima zanimljivo zaobiđite
zapalio zapela zapelo zapeo zapisnik zaprimljena zaradi zaslužuje zatvara zatvaraju zatvoren zatvorena zatvorili
zaustavite zauvijek zaštitar zašto zbog zbogom zebra zec zelen zelena zelenu zemlja zemlji zgodno zgrade zgradi zica
zid zidu zima zimi zimskih zimskom zimu zivi zivot zlata zlatan zlatni zlato zmaj zmija znaju znali znam znamo znate
znati znači zona zone zoni zonom zonu zora zove zovem zovu zrak zračenja zrno zubar zubara zuji zvala zvati zvezdica
zvijezda zvjezdica zvona zvonce zvoncima zvone zvoni zvonik zvonio zvonko zvono zvrk zvrku zvuk ćemo ćete čaja čamac
čarolija čast čaša čeka čekaju čekala čekali čekam čekamo čekanja čekanje čekanju čekao čekaonica čekić čelik čestitam
četiri četrdeset četvero četvrtak četvrti češnjak čist čista čisti čisto čitam čizme čičak čišćenje članarinu
čokoladica čokoladu čovjek čovjeka čudo čuje čujem đakovu šalje šaljete šalju šalter šaltera šalteru šarena šest šećer
širokom šišanje šišmiš škola škole škripi šljiva štakori šteka šteta štete štetu šuma šumko šutite švicarski žaba
žalba žalbu žalim žalosno želi želim žena žene žito živa živce živci živcira živi život života životu žičara
`;
