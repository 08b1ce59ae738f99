/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryHr = `
adresa adresi adresu aerodrom aerodroma agent ajde ajvar akcija alarm anđeo aparat apartman apartmanom aplikacija
aplikaciji aplikaciju artikl auta auto autobus autocesti automatski autu avionu ažuriranja bacanje bacio baciti bager
bahat bahatost bajka baka bakin balkonu banka bankarstvo banke bankomat banovali baraka barem baterija baterije bazen
bačen bašta beba bebe bebi bebu beda beogradu besplatno bezobrazluk beču bicikl bijeda bijesna bila bili bilje bilo
birati biser biste biti bjezite bježite black blagajna blagajne blagajni blagajnu blato blizu bljedunjavo blokirajte
blokirali blokiran boca bodova bogat bogzna boja bojala bojim bojler boju boli bolja bolje bolji bomba bor božić
božića brana brat bravo breza brežuljak briga brijeg brod broj broja brojeve broju bronca bruka brza brzi brzina
brzinski brzo brzom bubanj budale bude bugova buka bukva bungalov bura bure burek buši carevi cast cekam cekanje cela
celoj cena centa centru cesta ceste cigla cijela cijeli cijelim cijelo cijelom cijelu cijena cijene cijev cipela
cipele cirkus cista crkao crkava crkla crkva crkve crnu crvenila curenje curi cvijet cvijeće dabar dajte dala dalje
daljinski dan dana danas dar datum datuma dedi delfin depozit deset desetka dete devet dežurna dežurni dijela dijete
dim diplomirala divlja divna divne divni divno divota dišem diže dižete djeca djece djecom djed djelatnica djelo
djetetu dječja dječji dječjoj dlaka dnevno dob dobar dobijem dobila dobili dobio dobiti dobivam dobra dobre dobri
dobro dodajte dodam dodati događa dogovoreno dokle doktor dolaska dolaze dolazi dolazimo dolina dolje dom doma domaće
domaći domaćin donijele doplatak doručak doručkom dosada dosao dosla doslo dosta dostava dostave dostavljac
dostavljate dostavljač dostavljeno dostavu dovoljna doći dočekali dođe došao došla došlo draga dragi dragulj druga
druge drugi drugima drugo drugog drugom drva drvena drvo držala drži držite dubina duga dugo dunja duplo dućan dućana
dućanu duša duše dušu dvadeset dvaput dvije dvoje dvor dvorana dvorišta dvorištu ekipa ekipi ekran eksplodirao epizoda
eura euro evra extra fala fale fali falilo falio fantastična fenjer fenomenalan fenomenalna film filma fina fini firma
firme firmu fjord fleke fora frizerka gablec gaj galeb gate gavran gdje gejta genijalna genijalno gladna glas glava
glavom glazba gleda gledaju gledala gledam gljiva gluma glupost godina godinama godine godišnje godišnjem golf gora
gore gori gospodin gospođa gospođe gosti gotova gotovo govori grad gradu grah grana građani grebe greben greska greske
greška greške grešku grijanja grijanje grije groba grozno grožđe grupa grupu gubi gubim gume gumu gusar guska gust
guzve guši gušt gužva gužve haha hahaha hahahaha hakirali hakovan halo haustoru hitne hitno hitnom hitnu hladna
hladnjak hladno hodniku hotel hoće hoću hrana hrane hranu hrast hrid htio htjela hvala hvata iako iban idem idemo
idući igla igra igrališta igračka ijedan ijednog ikra imali imam imamo imanje imao imate imati imenom inače inbox
informaciju inspekciji internet interneta ipak iphone ironija iskra iskrena iskreno iskri ispadaju isplate isplati
isplatilo ispod isporučeno ispravak ispravili ispred isprike ista isteka istekao isteklim isti ističe istječe isto
istrčao istu itko ivana izasli izašla izašli izbaci izbacuje izdrao izgleda izgledam izgovore izgubila izgubili
izgubljen izgubljenu izlaze izlazu izlet između izmišljate iznad iznenadena iznenađena iznenađenje izvinite izvor
izvoz jablan jadno jagoda jaja jaje jakna jako jama jamstvo jarak jarbol jasen jasno jastog javi javila javili javim
javio javite javlja javljam javljate javor jedan jedanaest jedino jedna jedni jednim jedno jednog jednom jednostavna
jednostavno jednu jedva jeftino jela jelen jesen jest jeste jesu jezero jezik jug juha jutra jutro jutros jučer kabel
kabina kada kafić kakav kako kakva kamata kamen kamera kanta kante kaos kapa kapetan kapija kaplje kapu karta karte
karti kartica kartice kartici karticom karticu kartu kasni kasnije kasnilo kasnio katastrofa katu kauč kava kavu kaze
kazna kazu kaša kašici kašnjenja kašnjenje kaže kažu kci kikiriki kinu kiša kiše kiši klik klikni klima klime klinaca
klinci ključ klupa klupu knjiga knjige knjižara kofer koga koja koje kojeg kojem koji kojima kojoj koju koka kokos
kolač kolegica kolica kolicima kolika koliko kolko kolo kolodvoru kolovoza komad komada kombi kome komšija konačno
koncert kondukter konj konkurencije konobar kopija koraka korektno korijen koristi koristiti kos kosa kosu koza
kočnica kočnice košara košta koštala kožuh kraj kraja kraju kralj kraljevi krasan krasno krava kredit krema krene
krenuo krepala krevet kriva krive krivi krivo krivog krivu krov kroz krug kruh kruna kruška kruže krvarim krštenje
kuci kufer kula kum kuna kune kupac kupaonici kupca kupila kupina kupio kupka kupljen kupon kupuje kurir kurira
kurirom kutija kutije kutiji kutiju kuća kuće kući kućnu kuću kvadrata kvaliteta kvalitete kvalitetno kvar kvart kvaru
kćer kćeri lagan lajkove laku lampa lane laptop lasta lav laža lažete lažne lažni led ledi legenda legende legla
lekovi lepa lepo leptir leta leti letka leđa leži lift lifta liftu liga lijek lijekove lijekovi lijep lijepa lijepi
lijepo linja link linku lipnju list livada ljekarna ljepše ljeto ljetovanje ljubazan ljubazna ljubazni ljubazno ljude
ljudi ljudski ljuta ljuti ljušti lopova lopovi lopta losa lose lovor lozinke lozinku loša loše loši lošije luci ludilo
ludnica luk luka luku lula madrac mail maila majica majka majke majstor majstori makar mala male mali malina malo malu
mama mami manje marko maslina materijal mačak mačka mašinu med medicinska mekan melem mene meni mesa meso mesta
mijenja milina minus minuta minute minuti minutu miris miriše mirno mislila mjesec mjeseca mjeseci mjesecu mjesečno
mjesta mjesto mjestu mlako mljac mobitel mobitelom mobitelu model mogao mogla moglo mogu moja moje moji mojim mojoj
mojom moju mokrom molim momak momci mora moram more most mostaru moze mozete može možemo možete mrak mraku mreža mreže
mrežom mrtav mrzim mrzovoljni muke munja muzej mučno nadam nade nadmašili najam najavljuju najbolja najbolje najbolji
najboljoj najbolju najgora najgori najljepsa najljepša najmanji naknada nakon naljepnice nalog nama naocale naočale
napisala napisao naplaceno naplatili naplatio naplaćeno naplaćuje naplaćujete napokon napola napravite naprijed
napuklo naravno narod narucila narudzbu narudžba narudžbe narudžbi narudžbu naručeno naruči naručila naručio naručiti
naručivanje nasmijana natrag navečer nazad nazvao naći način nađe našao naše našla našli nažalost neba nebo nedelje
nedelju nedjeljom nedjelju nedostaje nedostatak nedostupno nego neispravan neka nekad neke neki neko nekog nekoga
nekoj nekome nema nemaju nemam nemate neozbiljni nepravda neprijatelju nesposobni nesposobnost nestala nestalo nestane
nestao nesto neta netko neverovatno nezaboravan neće neću nešto nigde nigdje nije nijedna nijednom nikad nikakav
nikako nikakve niko nikog nikome nisam nismo nista niste nisu niti nitko ništa njega njemu njih njim njima nogu
normalni normalno nosi nosim nova novac novca novce novi novim novine novog novom novu novčanik noć noći noću nož nude
nula obala obavezno obaveštenja obavijest obećali obilne obitelj običaju obišao objasnila objasnio objasnite
objavljujete objašnjenja oblak obnovila obozavam obožavam obrade obradi obradovali obrazac ocajna ocekivala ocekivanja
ocekivao ocito odbijen odbijena odbili odgovara odgovaraju odgovarate odgovor odgovora odgovorio odgovoru odjednom
odjel odlaze odlepile odlicne odličan odlična odlično odmah odmor odnio odusevljena odustao oduševila oduševljena
oduševljeni odvjetnik odšteta ognjište ograda oko okus onaj onda online opasna opasno opcija opciju opet opomena
oprostite optika orah orao original originalni orlovi osam osiguranje osijek osim osip osjeti osjećam osmijeh
osmijehom osobe osoblje osobna ostaje ostala ostali ostalo ostao ostavili ostavio ostaviti ostavljen otišao otišla
otišle otkazala otkazale otkazali otkazan otkazana otkazao otkazati otkazivanja otkazivanje otok otoke otpad otprilike
otrovala otvara otvaranje otvoreni otvorila otvorim otvorio ovaj ovako ovan ovca ovdje ovog ovom očajna očajno
očekivala očekivanja očekivao očima oštećeno pada padne paket paketomat paketu pala panele papir papira paprat para
pare parfem parking parkiranje patike pauk pekare perilica perje pero petak peti petica petka petnaest peče pijan
pijesak pita pitanja pitanje pizza piše pišem pišite pjesma placa placem placu plakala plamen planina planirate plate
platila platim platio platit platiti platiš plave plaća plaćam plaćanje plaće plaćen plaćena plače plačem plaža plaže
plin plina plinska pljačka pločice pobjegao poda podatke podići podne podršci podrške podu pogled pogledajte pogledao
pogledati pogledom pogodak pogrešan pogrešna pohvala pohvale pojma poklon poklopila poklopili pokretne pokriva
pokvareno pola polazi polica polici polizat polje poludeću poludit pomaknuo pomereno pomogao pomozite pomoć
ponedjeljak poništite poništiti ponor ponosan ponovno ponoć ponoći ponuda ponudu popeo popila popis poplava poplave
popodne popravili popust popušta porcija porcije poreza porodica portal poruci porudžbine poruka poruke poručim posada
posao posebno poskupelo poskupjeli poskupjelo poslala poslali poslao poslati poslije poslovnica poslovnici poslovnicu
poslu posteno posto postoji potok potvrda potvrdite potvrdu pouzdani povišicu povrat povrata povratak pozdrav poziv
pozlilo pozz počinje počinjem pošaljite pošiljka poštarinu pošte pošten poštena pošteni pošteno pošto poštovani
poštovanje poštovanjem pranja pratim prave pravi pravo prazan prazno prebacili prebaciti precijenjen pred predaje
predati predivna predivno predlažem predomislila predstava predvidljiv pregled pregledu preko prekrasno prelijepo
prema preporucam preporucujem preporuka preporuke preporučam preporučila preporučujem prepoznati preselili presjedanje
pretplata pretplatu preuzimanje prevara prevarili previše preživio prigovor prigovoriti prijatan prijatno prijava
prijavila prijavit prijaviti prijavljuje prijavu prije prijete prijeti prijevaru primate primljena privremeno priznali
priča pričam prljav probala problem problema problemi prodaje prodaju prodali prodavačica profil profilu progutao
prohodala proizvod prolaze prolazi proljeća promijenili promijenio promijeniti promocija propao proradilo proraditi
prosjecno protiv proviziju provjerite prozor prozora pročitao prošle prošli prošlo prste prsten prtljagu prva prve
prvi prvo prvog prvu psovao ptica puca pukao pukla puklo pukne pumpa puna punim punjač puno put puta putem putovnica
putu putuje putujem pušta puštaju pčela pčelar pčelica pšenica racun rada rade radi radijatori radila radim radimo
radio radite radno radovi rak rakija ramenima ranije raspada raspala raspao rasvjeta rata rate ratu razbijen razbijeno
razbojnici razglas razloga razmislite razmišljam razocarali razocarana razočarali razočaran razočarana razočarao
razvučen račun računa račune računu raž recepciji recepcionar redu rekao rekla reklama reklamacija reklamaciju reklame
rekli remek renovacije rent restoran rezervacija rezervaciju rezerviran rezervirati reći rečenice riba rijeci rijeka
rijeseno riječ riječi riječju riješeno riješila riješili riješio roaming roba robu rog roka rokom roku rosa rođendan
ruka rukama ruke ruku rupa rupu rusi ručak ruši ruža sada sadrži sajt saljem sama same sami samo sarajevo sat sata
sati savrseno savršen savršeno savršenstvo sebe sedam selo sendviče serija seriju servis servisa servisu sestra sezona
sidro signala sigurno sinoć sirova sirup siska sjajno sjedalu sjedila sjedimo sjela sjena sjever skele skida skidam
skinuli skinuo skinuti skinuto skladište skok skoro skrivena skriveni skup skuplja skuplje skupo slabo sladoled slagao
slatka slatko slavoniji sletio slici sliježe slika slikama sliku sljedeće slobodan slobodno slomila slomio slomljeno
slon slova slusalicu slučajno slušalice slušalicu službenica smece smeta smeće smije smijeha smiješno smisla smrad
smrdi snijeg snijega snijegu soba sobi sobu sokol sol solarne somun sova spam spasila spasili spasio spavam split spor
sporije sporo sprovod spustila sram srama sramota sranje srca srce srdačan srdačno srebro sredio sretan sretni sretno
sreća sreće sređeno srijede srna srpnja stakla staklo stala stalno stan stanarinu stanici stanju stanu stao stara
stare stari starije starijima starom staru stavili stavite stavka stepenice steta stigao stigla stigle stigli stiglo
stignemo stignete stijena stize stići stiže stižu stjuardesa stoje stoji stojim stojimo stoka stol stola stolica
stolice stolicu strane stranica stranice stranici stranicu strašno stres strijela strop strpljenja strpljenju
strpljiva strpljivo struja struje struju studente stupnjeva stvar stvari stvarno subotom subotu sudu sumnjati sunce
suncu super susjed susjeda susret sustav sutra suza svadbu svaka svake svaki svakih svako svakog svakom svaku svega
svejedno svemu svibnju svih svijetu svijeća svima svira svježa svoj svoje svojih svojim svom tabla tako taksist tamni
tamo tarifa tarifu tata tava tehničar telefon telefona telefonu telegram televizor tenisice termin terminal terminali
teta tečaj teško tigar tiha tiho tipka tipkovnici tišina tjedan tjedana tjedna toga token toliko topao topi topla
tople toplinska toplo torba torbi torta tortu točno tragedija trajao traje trajekt traju traku tramvaj trava traže
traži tražim tražimo tražio tražite treba trebala trebali trebalo trebam trebao trebaš treci trener treperi treća
trećeg treći trešnja trgovačkom trideset trnje trokira troskovi troši trudnice trudu trunke tuga tuča tuđe tuđi tužbu
tužna tvrđava ubacite ubit ucitava udoban ugasite ugodan ugodno ugovor ugovora ujutro ukrali ukrcaj ulaza ulaznice
ulica ulice ulici ulje umalo umjesto umorna unaprijed unesem uništili unuci unutra uopce uopće upali upis upisali
upisati uplata uplati uplatio uplatu upravo upropastili uputnica uredno usluga usluge uslugu usne uspjela uspjeli
usred utakmica utičnica utorak utorkom uvedite uvek uvesti uvijek uzas uzela uzeli uzeo uzet uzimam učitava uđem
užasan užasno užitak uživo val valja valjda vama vani vatra vaša vaše vašeg vašem veceras velika velikoj veljači
ventil verzija verziju veza veze vezi veće veći večer večera večeras večerašnji vidi vidim vidimo vidio vikao vikend
vikendom vise visi viče višanja više viška vjenčanica vjenčanje vjerna vjernosti vjerovati vjerujem vjetar vlaga vlak
vlaka vlaku vlasnik voda vode vodu volim voljela volju vozač vozi vozim voziti vožnji vrana vrata vratila vratili
vratima vratio vratite vratiti vraća vraćaju vraćam vraćamo vrba vredi vreme vremena vrećice vrećici vrećicu vrh
vrhunska vrijedi vrijedna vrijedno vrijeme vrt vrti vrtić vrtiću vuk zabavan zabavno zaboravila zaboravili zadnja
zadnje zadnjeg zadnji zadovoljan zadovoljna zadovoljnija zadru zaglavio zaglavljena zagreb zahtjev zahvaljujem
zahvalna zahvalni zaključali zaključan zaključana zakon zaljubila zaljubljena zamerki zamijenili zamjena zamjenski
zamjenu zamjerke zamjerku zanima zanimljivo zaobiđite zapalio zapelo zapisnik zaprimljena zaradi zaslužuje zatvara
zatvaraju zatvoren zatvorili zaustavite zaštitar zašto zbog zebra zec zelen zelena zelenu zemlja zgodno zgrade zica
zid zidu zima zimu zivi zivot zlata zlatni zlato zmaj zmija znaju znali znam znate znači zona zone zoni zonom zonu
zora zove zovem zovu zrak zračenja zrno zubar zubara zuji zvala zvati zvezdica zvijezda zvjezdica zvona zvonce
zvoncima zvone zvoni zvonik zvonko zvono zvuk ćemo ćete čamac čarolija čast čaša čeka čekaju čekala čekali čekam
čekamo čekanja čekanje čekanju čekić čelik čestitam četiri četvero četvrtak četvrti češnjak čist čista čisti čisto
čitam čičak čišćenje čovjek čovjeka čudo čuje čujem šalje šaljete šalju šaltera šalteru šarena šest širokom šišanje
šišmiš škola škripi šljiva štakori šteka šteta štete štetu šuma šutite švicarski žaba žalba žalbu žalim žalosno želi
želim žena žene žito živce živci živcira živi život života životu žičara
`;
