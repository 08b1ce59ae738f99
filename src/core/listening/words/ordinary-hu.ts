/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryHu = `
ablak ablakon adag adagot adataimat adathalász adatokat adatot addig adnak adni adnám adott adtak adtam adták ahogy
ahol ajandek ajanlom ajtaja ajtó ajtón ajándék ajándékot ajánlani ajánlatot ajánljátok ajánlom akadozik akar akartam
akció akciós akkor akkora alagút alatt alig allergiás alma alszik alszom aluli amikor aminek amiről amit amitől angyal
annyira annyit anya anyatok anyám anyátok appban apple applikáció apám arany aranyból arc arra arrébb arról asztal
asztalt automata automatába automatában autó azonnal aztan aztán azért azóta babakocsit baja bajom baleset banda bank
barack barlang barna baromi barátaimnak barátnőm barátságos becsületes bedobta befizetési bejelenteni bejott bejött
bele belepes belépni belül belőle benne bennetek bennünket bent benzinkúton beragadt berlet beszorult beszél beszélnek
beteg betelt betűkkel bevált bezzeg bezár bezárt bezárták beázott bika bizonytalan biztonsági biztonságos biztos
biztosan biztosításom bióban blokk bocsi bohózat boldog bolt boltban bontott bonyolult bor borravalót borsó borzalom
borzaszto bosszantó botrány brutál budapesten budos busz buszon bánya bécsbe béka bérlet bérletem bérletet bírja bödön
bölcs búza büdös büntetés büszke bőröndöm bőséges chatbot cica cicám cikk cimre cipő cipőt citrom click comment csak
csalodas csalodtam család családi csalódtam csalódás csap csapat csapnivaló csapta csatlakozz csekket csendes cserét
csiga csillag csillagos csillagot csinál csináljak csinálni csodálatos csodás csomag csomagban csomagja csomagom
csomagot csomagpont csont csoportos csónak csótány csöpög csúcs csőtörés cuki cukor cápa céges céget cékla cél címet
darab darabot debrecenben december depóban dicséret dicséretet disznó dió doboz dobozban dobozt doktor dolgom
dolgoznak dolgozom domb draga drága drágább drágábban dugó dupla délben délig délután díja díjak díjat döntő dühös
ebben ebből egesz egyedül egyet egyetlen egyforma egyik egyre egyszer egyszerre egyszerűen egyáltalán együtt egész
ehetetlen ehhez ejjel eladó elegedett elegem elem eletem elfogadtok elfogy elfogyott elférne elhagytam elindult
elintézte elismeresem elismerésem elkallódott elképesztő elküldtem ellopták elmegy elment elnézést elromlott
elrontották első elsőre eltűnt elveszett elvesztettek elvitték elállás elég elégedett elégedve elégszer elérhető
elírtam előbb előfizetés elől előre először előtt előtte előttem ember emberek embernek emberrel emberség embert
emlékeztető enged engedtek ennek ennyi ennyire ennyit ennél enyém eper erdekelne erdélybe erdő eredeti erre erről erte
esetén esik esküvői esküvőre este esti estig estére eszméletlen eső ettől euró eves extra ezek ezer ezres ezret ezzel
ezért ezüst fa fagyoskodunk fal falu faluban falut farkas fecske fej fejbe fejel fejes fejjel fejét fekete feladják
feladtam felbontva feldolgozás fele felesleges feleslegesen felett felháborító felhívott felhő feljelentést felmondtam
feltörték felugro felvették felárazták felé felénél felülmúlta fenyő fiamat figyelmes filmek filmet finom fizet
fizetek fizetem fizetes fizethetek fizeti fizetnem fizetni fizettem fizetve fizetés fizetési fizetésnap fizetésnél
fizetést fiókban fiókját fiókom fiókomat fiókomba fiókomban flottul fodrász fogadja foglalkoztak foglalni foglalt
foglalásom fogtam folt folyó fordulhatok fordulok fordítva forgalmi forint forintját forintomat forintos forintot
forrás forró foszlik fotót friss frissítés futár futárnak fárasztó fék fél félek félelem félig féltem féláron fény
férfi férjem föld fölött füge fülke fürdő füst főnököm főre fű fűtés gagyi galamb gally garancia garantált gazdag
generátor gomb gomba gond gondoltam gramm gratula gratulalok gratulálok gusztustalan gyalog gyalázat gyalázatos gyanús
gyenge gyerek gyerekek gyerekeknek gyerekkel gyereknek gyertya gyors gyorsak gyorsan gyár gyík gyöngy gyönyörű győzött
gép gördülékeny hagyjuk hagyni hagyta hagytak hagytam hagyták haj hajam hajnali hajrá hajszál hajó hal hala halas halk
hamis hanem hang hany harang harangok harmadik harmadikat harmadszor harminc haromszor hasznos használt hatarido
hattyú határidő havi havonta haza hazudtok hegy hely helyen helyett helyettem helyre hete hetek hetente heti hiaba
hiba hibakód hibatlan hibák hibákat hibás hibát hibátlan hideg hihetetlen hihetetlenül hirdetett hiszem hitegetnek
hitelt hittem hivatalos hivatalosan hiába hiányos hiányoznak hiányzik hiányzott hogy hogyan hold holló hollók holnap
holnapi holnapig holnapra homok hosszú hova hoznák hozta hozták hozza hozzatok hozzá hozzájuk hozzánk hozzátok
hozzáállás hulyenek humor huzzak hála hálás hálásak hálásan hálózati hány hányszor három háromkor ház hétfő hétfőn
hétig hétre hétvégén híd hívjam hívjanak hívjuk hívtak hívás hó hóban hónap hónapja hónapok hölgy húsz hülyének hősök
hűtőt idegbajt idegen ideges ideér idő időben időm időpont időpontom időpontot idős igazi igazságtalan igazán igen
igergetnek ilyen ilyenkor ilyet imadlak imadom imádja imádlak imádom imádtam imádtuk indoklás indul indulnék indulunk
indítani info ing ingyen ingyenes inkompetens inkább innen internet irjak iskola ismeretlen isten isteni itthon izlett
jarat jegy jegyem jegyet jegyvásárlás jelent jelentettem jelentkezni jelszavam jelszó jelszót jelzem jobb jobban
jobbat jott jutott járat járt játék jég jóvá jóváírták jönni jött jöttem jövök jövő jövőre kacsa kakas kalap
kalapemelés kalappal kalauz kalász kamuoldal kanál kapcsol kapható kapitány kapni kapok kapott kaptam kaptunk kapu
karbantartás karcolás karcos kard kartyaval karácsony kasszanal kasszából kastély kaszinó katasztrófa katona kattints
kaució kecske kedd kedden keddre kedvenc kedvence kedves kedvesen kedvezmény keksznek kell kellemes kellemesen kellene
kellett kelljen kenyér kerem keresek kerestem kert kerul keruljetek kerül kerületben kerüljétek keses kesik kesz
ketten kettő kettőt kevés keze kezekben kezes kicsi kicsit kiderült kidob kidobott kifagy kifakult kifizettem
kifogástalan kigyulladt kihez kihozták kijelző kijönni kikapcsolják kikapcsoltam kimaradt kinek kint király királyak
kisebb kisfiam kislany kiszolgálás kiábrándító kocka kocsi kodot kollégájuk komoly komód koncert konkurencia konyha
konyorgom kor korlátlan korona korrekt korrektek korábban kosz koszi koszonet koszonjuk koszonom kritikán kuldjetek
kupon kupont kurva kurvára kutya kutyám kutyát kutyával kálvária kártyám kártyámat kártyámról kártyát kártyával
kártérítést kávé kéne kényelmes képek képernyő kérdezem kérdés kérek kérelmet kérem kérhetek kérhetem kérnek kérni
kérnék kérném kért kértek kértem kértünk késett késik kész készleten készül késés kéthetes kétszer kétszáz kéz
kézbesítés kézzel kígyó kíváncsi kívánok kódot költség költöztetők könnyebb könnyekig könyv könyvet könyörögni kör
körte körül körű kösz köszi köszönet köszönettel köszönik köszönjük köszönöm kötbér következő követés közben közepén
közölte között közül kút küldemény küldenek küldeni küldenétek küldik küldtek küldték küldött külföldre külföldön
külön kő labirintus lakik lakom lakás langyos lassabban lassan latom lattam leadott leallas leejtettem leesett lefagy
lefagyott lefoglalt legalább legjobb legjobbak legkisebb legközelebb legközelebbi legrosszabb legyen legyszi lehalt
lehessen lehet lehetetlen lehetett lehetne lejart lejjebb lejár lejárt lekestuk lekezelően lement lemondtak lemondtam
lemondták lenne lenni leráztak lesz leszakadt leszek letették lett lettem levegőt levelemre leves levontak levonták
levonva levonás levél leállt leállás leány leírás lift liftben liget liliom link linken lomb lopás láb lámpa láng
lángos lányom látni látom láttam lázas légy légyszi légyszíves lép ló madár mag maga magam magas magatokat magukat
magyar magát magával mail mailben mailt majd majdnem malom marad maradni maradok maradt maradtam maradék marha masik
masikra mast matrac maximálisan meccs meccset meddig medve megadtam megemelték meghallgat meghalt meghatodtam
meghatódtam megint megjött megkapom megkaptam megköszönni meglepetes meglepetés meglepően megoldás megoldódott megvan
megvenni megy megyek megyünk megéri megérkezett megért megérte mekkora meleg mellett mellé melyik menete menjek mennek
mennem menni mennyei mennyi mennyibe mennyire ment mentett mentünk menü meret merre mert messze messzire mesés metró
mettől mező miatt miből mielőtt mikor milliót milyen mindegy minden mindenhova mindenki mindenkinek mindent mindig
mindkét minek minket mint minta mintha minőség minőségű mire miután miért mobilbank mobilos mocskos modem mondani
mondhatom mondják mondom mondta mondták mosolygok most mosógépben mosógépet motor mukodik munka mutogat mutogatnak mák
másfél másik második mást mégis méretben mérges méteres méz mókus múlva működik működött műtét nagy nagyjából nagyobb
nagyon nagyot nagyszerű nalam nalatok nap napi napig napja napok napom napon naponta napos napot nappal napra negyven
nekem neki nekik nektek nekünk nelkul neten neve nevemben nevetséges nevettem neztek nincs normális nulla nyelvű nyers
nyissatok nyitva nyolc nyolcadik nyomja nyugdíjas nyár nyíl nyílik nyílt nyúl nyűgözve nád nálam nálatok nálunk négy
négykor négyszer néha nélkül nélküle néném nézd nézem nézett nézni néztek néztem nőtt odavagyok odaégett okos október
olcsó olcsóbb oldal oldala oldalon olvassa olvassák olyan online orara orgona orok oroszlán orulok orvosi osszeomlott
osszes otthagyom otthon otthonos otthonról pacsi pad padot palota panasz panaszkodni panaszt pap papír papírok papírt
paradicsom park patak pazar pedig penz penzem penzemet penzt penészes perc perce percenként percet percig percre
persze peti pici pincében pincér pipa pitypang pizza platform pofátlanság pohár pompás pont pontos pontosan pozitív
privátban probaltam profi profik príma próbáltam puha puli pult pultnál puszi pálma páratlan pék péntek pénz pénzem
pénzt pénztár pénztáros pénzért pótdíj rablás rajta rajtam rakni raktárba raktárban raktáron recepciós recseg reggel
reggeli rejtett reka reklám remeg remek remekmű remélem remény rendben rendeld rendelek rendelni rendelnék rendelt
rendeltem rendelés rendelésem rendelést rendet rendszer repül repülök respect respekt ritka robot rohadt romlott
ropogós rossz rosszabb rosszat rosszul router ruhát rák rántott régen régi rét róka róla rólam rózsa sajnos
sajnálattal sajnálom sajt saját sarok sas sebesség segitett segitokesz segít segíteni segített segítettek segítsenek
segítsetek segítség segítséget segítőkész sehol semmi semmit senki senkinek sikerult sikerült sima sincs siralmas
sirni sirály sofőr soha sokat sorban sorok sorompó sorozat sorra sorrendben sose sosem stimmel strapabíró suliban
szabad szakadt szakik szalljak szamla szar szarvas szavam szebb szekér szem szemmel személyesen személyi személyzet
szemét szep szepen szerelő szerepel szeretem szeretjük szeretnék szeretném szerint szerintem szerintetek szerver
szerződést sziasztok szikla szoba szobor szobába szobát szoktam szokásos szolgáltatás szolgáltatót szombati szombaton
szomorú szomszéd szuper szuperek szuperul szálloda szállítás számla számlámat számlámon számlámról számlát számláztak
számom számot szánalmas száraz szél szélén szép szépek szépen színház színvonal szív szívvel szó szól szólnak szóltak
szóltam szórakoztató szőlő sárga sátor sérült sérülten sípol sírni sírtam sólyom sör sötét sötétben süket sürgősen
takarítani talalom találom talált találtam talán tart tartanak tartozása tavaly tavasz taxi teendő tegnap tegnapi
tegyek tegyetek tehén tej tele telefon telefonom telefonon telefont telegramon teli teljes teljesen telt temetésre
tenger tenni terem terero termék tervezett teszek teszi tesznek tetszett tetszik tettek tettem tették tető tevedes
tigris tiltani tiltsák tiltsátok tiszta tisztaság tisztelettel tisztelt titeket tizenegy tizenkét tobb tobbe tocsog
tojás tolvajok torony torott torta tovább trehany tudja tudjam tudjatok tudjátok tudnak tudnek tudni tudnék tudok
tudom tudta tudtam tudtok tál tálat tányért táskám tél tényleg térerő tétel tévedésből tévé tó több többet tök
tökéletes tökéletesen tölgy tölt töltött töltő történik törölt törölték törölve törött tücsök tündér tündéri tőle
tőletek tűrhetetlen tűz udvar udvariasak ugyanaz ugyanazt ugyes ujra undorító unom utalnom utalom utaltam utalták
utalás utan utat utca utolsó utálom után utána utánvéttel vacak vagy vagyok vagytok vagyunk vaj valahol valaki valakit
valami valamit valasz valaszol valtok valódi vannak varok vartam vas vasarlo vasárnap vegán vele velem velünk vendég
venni vennék venném verhetetlen veszem veszi veszik vettem vevő vicc vicces vidék vidéken vihar vihetem villanyt világ
virág vissza visszahívást visszajött visszakaptam viszem viszi viszont vitte vizes vizet vizsga vizsgálat volna volt
voltak voltam vonal vonalban vonat vonatokon vonaton vonatra vonják vontatok vontátok válasz válaszol válaszolnak
válaszolni választ választani válaszukat váltani váltok váltottunk vár várható várni várok várom város vártam vártunk
vásárlás vásárló vége végig végre végén végére véletlenül vérzik víz völgy wellness wifi zajos zene zokni zokon zseni
zseniális zsák zsömle zsúfolt zárolták zárolás zárva zászló zóna zónák zónát zöld ág áldja áldott állam állok álltam
állunk állás álom ár árajánlatot árak áram áramszünet árat árok áron árát átmentem átvertek átverés édesapám éjfélkor
éjjel éjszaka éjszakai éjszakára életem életemben élőben éppen érdekes érdeklődöm érdemes éreztem érkezett érkezik
érnek érte értem értesítést érthető érték értünk érvényes érvénytelen étel évben évek évente éves évesen évig
ígérgetnek ígérik ígért ígértek ígértetek ígérték írja írjon írni írok írta írtak írtam írták ízlett ól óraállás óráig
órája órák órákig órán órára órát órával önkiszolgáló önök örök öröm örülök össze összeg összeget összeomlott összes
összetört ötlet ötven ötödik ötös újra út útközben úton üdvözlöm ügyelet ügyeletes ügyes ügyesek ügyintéző ültem
ültünk ülés üres üveg üveggel üzlet üzletben őket ősz
`;
