/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryEn = `
aberdeen able about above abroad absolute absolutely acceptable accepted access accident according account accounts
across acting action active activity actor actual actually added addicted adding address adjuster adore adored
adulting adults advance advert adverts advice adviser affect after afternoon again against agent ages ahead aircraft
airdrop airline airlines airport airtime aisle alarm alert alerts alive allergy alley allow allowance allowed almost
alone along aloud already alright also although always amazed amazing ambulance amenity android angels angle angry
anniversary announcement annoying annoys annual another answer answered answering answers anxious anybody anymore
anyone anything anyway anywhere apart apology apparently apple apples application applied apply appointment appreciate
appreciated approved apps april aprons area aren around arrival arrivals arrive arrived arrives arriving arrow
arthritis arvo asap ashamed ashfall asked asking asks asleep assist assistance assistant assisted assists asthma
athens attached attack attendant attendants attentive auction august aunt australia authorised autistic auto automated
automatic autumn available average avocado avoid awaiting award away awesome awful axed babies baby back backup bacon
badge badly baffling baggage bags bailiffs bait baker bakery baking balance balcony balmere banana bang banger banging
bank bankers banking banks banned barber bare bargain barista barrier base basic basically basket bass bath bathroom
battery battle bayou beach bean bearable beard beast beat beats beautiful beautifully beauty became because beckett
become beds been beep before begun behalf behind being belfast believe bell belong below belt bend beneficiary bent
bereavement berry best better between beyond bigger bike bikes bill billed billing bills binged bins bird birth
birthday biscuit biscuits bitcoin bites bits black blackout blade blame bland blank blanket blankets blaze bleed
bleeding blender bless blew blimey blind bliss block blocked blocking bloke blood bloody blow blowing blown blows blue
blues bluetooth blurry board boarding boards boat bobbling body boiler bone bonus book booked booking bookings
bookshop boot boots boring boss boston both bother bottle bottles bottom bought bounced boutique bowl bowling boxes
brain brakes branch branches brand brands brave bravo breach bread break breakfast breaks breast breathe breathing
breathtaking breeze brick bricked bridesmaid bridge brightness brilliant bring bringing bristol broadband broke broken
brother brought brown browser bruh brush bubble bucket bucks buddy budge budget budgeting buffering buffet bugs build
builder building built bulb bull bumped bunch bundle buns burger burgers buried burned burning burns burnt burst buses
business bust busy butter buttery button buttons buying buzzing bypass cabin cable cache cafe café cake calendar call
called calling calls calm came camera camp campervan campsite cancel cancellation cancelled cancelling cancels candle
candlelight candles candy cannot canteen canyon captain caravan carbon card cardboard cardiff cards care cared careful
careless carer carers carousel carpet carriage carriages carried carrier carry cars case cash cashier castle catalogue
catch cattle caught cause cedar ceilidh ceiling cellar cello center centre century ceremony certificate certified
chain chair chairs chalk champion chance change changed changing channel channels chaos chaotic chapter character
characters charge chargeback charged charger charges charging charm charts chase chased chasing chat chatbot cheap
cheaper cheapest check checked checking checkout cheek cheeky cheer cheerful cheers cheese cheesy chef chemical chemo
cheque cherry chess chest chewy chicago chicken chief child childhood children chill chilli china chip chipped chips
chocolate choose choosing chose christmas chuffed church cinema circle city claim claiming claims class classy clay
clean cleaned cleaner cleaning clear cleared clerk click clicked clicks client cliff climb clip clock clocks cloned
close closed closes closing cloth cloud clover clowns club clubs clue clueless clunky cluttered coach coast coat coats
cobra cock cockroach code codes coeliac coffee coffin coincidence coins cold collab collapsed colleague collect
collected collection collector collectors colour colours come comes comfiest comfortable comfy coming comment comments
commute company compensation competent competition complain complained complaining complains complaint complaints
complete completely complicated compost concert cone confirm confirmation confirmed congrats connect connecting
connection consider considered console contact contactless contacts content contents contract control controller
convenient convinced cooked cooker cooking cool copies copper copy coral cork corner corners corridor corvane cost
costs cosy cottage cotton couch cougar cough could couldn council count counter counting country counts county courier
couriers course court cousin coventry cover coverage covered cowboys crack cracked cradle craft cramped crane crash
crashed crashes crashing creaks cream credit credited creek creepy crew cried crime crisp crisps crispy croissant
crooks crop cross crossing crosswind crowd crown cruise crumpets crunchy crushed crying crypto cucumber curious
currently curry curtain curtains curve customer customers customs cute cutlery cuts cyber daily daisy damage damaged
damp dance dancing dangerous dare dared dark dash dashboard data date dated dates dating daughter dawn daylight days
dead deadline deaf deal deals dealt dear dearer death debit debited debt december decent decision deck declined defect
defrost degrees delay delayed delaying delays delete deleted delicious delighted deliver delivered delivering delivery
dementia demo denied denise dentist denver department departure deposit depot derby described desert deserve deserves
design designed desk destroyed details device devices devs diabetic dial diamond diapers didn died dies difference
different difficult dingy dinky dinner dire direct dirt dirty disabled disappeared disappoint disappointed
disappointing disappointment disappoints disaster discharged disco disconnected disconnects discount disgrace
disgraceful disgust disgusting disgustingly dishwasher dispatch display dispute divine doctor documents doddle dodgy
does doesn dogs doing dollar dollars done door doorbell doors double doubled doubt down downgrade downgraded downhill
download downpour drab dragged dragon drags drain drained draining drains drama draughty drawer dreadful dreading
dream dress drew drift drill drinks drip dripping drive driven driver drivers drives driving drop dropped dropping
drops drove drum drunk dryer dubai dublin dull dumb dummy during duty dying each eagle earbuds earlier early earn
earned ears earth easier easily easter easy eaten eating eats economy eczema edinburgh edition editor eggs eight
either elderly electric electricity eleven else elsewhere email emailed emailing emails embarrassed ember emergency
employee emptied empty ended ending ends enemy energy engaged engine engineer engineering english engraved enjoy
enjoyed enjoying enormous enough entire entirely entrance envelope episode equipment error errors escape esim essays
estate estimate euros even evening evenings event ever every everybody everyone everything everywhere exact exactly
exam exceeded excellent except exchange excited excursion excuse excuses exist existed existing exit expect
expectations expected expecting expensive experience experts expire expired expires explain explained explanation
exploded export extended extortion extra eyes fable fabric fabulous face faced fact factor factory faff failed fails
failure fair fairly fairness faith fake falcon fall fallen falling falls false family fantastic farce fare fares farm
faro fashion fashioned fast faster fastest father fault faultless faulty favourite feared feather feature feed
feedback feeding feel feeling feels fees feet fell fella fellow fellrunner felt fence fern ferry festival fever fewer
fibre fiddle field fifteen fifty fight figured file files fill filled filling film films filter filthy final finale
finally finance find finding fine fined finger finish finished fire firmware first firstborn fish fits fitted fitter
fitting five fiver fixed flaky flame flames flash flat flats flawless flawlessly flew flickering flies flight flights
flimsy flint flip flood flooded floor flower flowers flute flyer flyers flying foam fobbed fobbing focus folded
folding folk folks follow followed followers following font food foot football forced foreign forest forever forge
forget forgets forgot forgotten form forms formula fort fortnight forty forum forward foul found fountain four
fourteen fourth fox fragile fragrance frame framed fraud fraudster free freeze freezer freezers freezes freezing fresh
friday fridge fried friend friendliest friendly friends frightened from front frost froze frozen fruit frustration
fryer fuck fuel full fuming fund funds funeral funny furious fuss game gaming garage garbage garden gary gate gates
gatwick gave geelong general generator generous genius gentle gentleman genuinely gets getting ghost ghosted giant
gift ginger girl girls give giveaway given gives giving glacier glad glasgow glass glasses glitch globe gluten goat
gobsmacked godsend goes going gold golden golf gone gonna good goodwill google goose goosebumps gorgeous gouging grab
grail grain gran grand grandad grandkids grandma grandmother grandson grape grass grateful gravel greasy great greedy
green grey greyed greyhound grim grind gripping gristly groceries grocery ground group groups grove grown grumbled
grumpy guarantee guaranteed guard guess guest guests guide guilt guitar gutted guys hack hacked hadn haha hailstorm
hair halal half halflight halfway hall hammer hamster hand handbag handbags handed handheld handle handling hands
handset handy hang hanging happen happened happening happens happier happy harbor harbour hard hardly harlow hartwell
harvest hasn hassle hate hated hates hats haul have haven having hazel head headache headaches headphone headphones
heads hear heard hearing heart heartbeat heating heaven heavy hedge heels held hell hello helmet help helped helpful
helpline helps here hero heroes herself hiccup hidden hide hiding high highly hike hilarious hill himself hinge hire
hiring hissing history hiya hold holding hole holes holiday holy home homebarn honest honestly honey honeymoon hood
hoodie hook hooked hooks hoover hope hoped hopeless horizon horrendous horrid horror horse hospital host hotel hotels
hotspot hour hours house housekeeping houses hove hubby huge hugging human humanity humiliated hung hungry hunter
hurts husband hype icon iconic idea identity ignore ignored ignoring immaculate immediately import important
impossible impressed impressive improvement inbound inbox inch inches include included inclusive income incompetence
incomplete increase incredible infants info informed inhaler inhumane insane inside inspector insta install
installation installer instant instead instructions instructor insulin insult insulting insurance intercom interest
interested interesting internet interview into intuitive investment invited invoice iphones ireland ironhouse ironing
irony irritated island issue issues istanbul itchy item items itself ivory jack jacket january japan jeans jess jewel
jiffy jobs join joined joke jokes joking journey jubbly judge july jump jumper jumpers june jungle junk just keen keep
keeps kenya kept kestrel kettle kettles keyboard keys kick kicked kidding kids kill killed killer kind kindly king
kings kiosk kiss kissed kitchen kitten klarna knees knew knife knight knitting knock knocked know knowing known knows
kofi kudos label lack ladder lads lady laggy lake lamb lamp land landed landing landline landlord lane language
languages lantern laptop larder large larkspur lasagne lass last lasted late later latest laugh laughed laughing
launch lawyer lawyers layover lazy lead leaf leak leaked leaking leaks learn least leather leave leaves leaving leeds
left legal legend legends legit legroom legs lemon lend length lens lenses less lesson letter letters lettuce level
liar liars licence life lifesaver lifestyle lifetime lift light lighting lightning lights like limbo limit limited
limits linda line lines lining link lion lips lipstick liquid lisbon list listen listened literally little live livid
living lmao load loading loan loaves lobby local location lock locked lodge logged login logo logs lollipop london
long longer look looked looking looks loop loos loose lorry lose losing lost lots lottery loud louder lounge love
loved loveliest lovely loves lowest loyal loyalty luck luggage lukewarm lunar lunch lunchtime lush luton luxurious
luxury lying lyon machine machines madam made magic magician magnificent maiden mail main maintenance make makes
making mama managed manager manchester manufacturer many maple marble march mark marked market marks marriage married
marvellous mascara mast masterpiece match mate matter mattress mattresses maybe meadow meal mean means meant meat
medication medicine medieval mediocre medium meeting melon melting member members membership mention menu menus
merchant merge merger mesh mess message messaged messed metal meter metre metro microwave middle midnight midwife
might mile miles milk mill million mind mine mini minibar minimum minor mins mint minus minute minutes miracle mirror
miserable misleading miss missed missing mistake mixed moan mobile mode model modem moisturiser moment monday money
monitor monoxide month monthly months mood moon moorlands more moreish morning mornings mortgage moss most mostly
motel mother motorway mould mouldy mountain mountains mouse mouth move moved movers movie moving much murder museum
music must myself mystery nailed nairobi name named nana napkin nappies nasty natural near nearest nearly neat need
needed needs neighbour neighbours neither nephew nerfed nervous netbanking nettle network never newborn news next nice
nicely nicer nicest nick night nightmare nights nine ninety noble nobody noise none nonsense noodles noon nope normal
north northern norway notch note notes nothing notice noticed nova novel november nowhere nuisance numb number numbers
nurse nursery nuts oakley obliged obsessed ocean october offer offered offers office officer official offline often
older olive ombudsman omelette onboarding once ones onion onions online only onto onward open opened opening opens
operated opinion option orange orbit orchid order ordered ordering orders organise original oslo other others otter
ought ours outage outdone outlet outlets outside outstanding oven over overbooked overcharge overcharged overcharges
overcharging overcooked overdrawn overdue overhead overheats overnight overpriced overrated owner owns oxygen oyster
oysters pack package packages packaging packed packet packing padded paddle page paid painless pains paint painting
pair palace panda pandemic panel panic panicked paper paperback papers parcel parent parents park parked parking
parrot part parts party pass passcode passed passenger passengers passive passkeys passport passports password
passwords past paste patch patchy pathetic patience patient pause pavement paycheck payday paying payment payments
paypal payroll pays peach peanut peanuts pearl peas pebble peel peeling penalty pending penny pens pension pensioners
people pepper percent perfect perfectly perfume perhaps person personal perth petal petrol pets pharmacist pharmacy
phenomenal phew phishing phone phoned phones photo photos piano pick picked picking pickles picture pictures piece
pillar pillow pillows pilot pilots pine ping pink pipe piss pissed pitch pity pizza place placed places plain plan
plane planes planet planned planning plastic plate platform play played playing playlist plays pleasant pleasantly
please pleased plot plug plugged plum plumber plus pocket podcast point points poisoning polar pole police policy
polish polite politely pond pool poor poorly poppy popups porch port portal portions portuguese possible post postage
postcode posted postie posting postponed potato pothole pots pouch pounds pouring power praise pram pray predictable
pregnant premium preorder prepaid prescription present presents press pressure pretending pretty price priced prices
pricey prime print printed prism private privilege problem problems procedure process processing product professional
profile profits project prom promised promises promising promo promote prompt proof proper properly property props
proud provider provisional public publish pull pulled pump punchy punctual pupils purchase pure purple purpose purse
pushchair pushed putting puzzle pyjamas qualify quality quarter queen question questions queue queued queues queuing
quick quicker quickly quid quiet quietly quit quite quote rabbit radar rage raging rail railcard rain raining rainy
raise raised ramp rang range rare rash rate rates rather rating rattles raven reach reached read reader reading
readings ready real really rearranged reason reasonable reasons rebate rebook rebooked rebooting recall receipt
receipts receive received reception receptionist recipe recognise recommend recommended record recording recover
recovered recovery recycle recycled recycling redone reference referral refreshing refund refundable refunded
refunding refunds refurbished refuse refused refuses registered regret regrets regular rejected rejects relationship
release released relief relieved remember remembered remote remove removed renew renewal rent rental repair repay
repeat replaced replacement replied replies reply replying report reported reporting request reschedule rescheduled
rescue resend reservation reset resident resolved resort respect response rest restarted restarting restaurant restock
restored retailer return returnable returned returns revelation revert review reviewed reviews rewards ribs riddled
rider ridge ridiculous right ring ripped rise rival river road roaming robbed robbery robin robot rock rocket rockstar
roll rolled rolling rome roof room rooms roomy root rose roughly round roundabout route router rows royal royalty
rubbery rubbish ruby rucksack rude ruined ruins rule rules runaround rung running runs rush rushed rusted saddle safe
safety saffron said sail saint salary sale sales sallow salmon salon salty same sand sandwich sang santa sardines
saturday saturdays saturn sauce sausages save saved saver saving savings saxophone saying says scam scammed scammer
scammers scamming scams scan scanned scanner scared scary scene scenic sceptical schedule scheme school schools scones
scooters score scratch scratched screaming screen screens screensaver screenshots screw screws script seamless search
season seat seats second seconds secret section secure security seems seen selected self sell selling send sending
senior sense sent sentence september sequel series seriously serum serve served server servers service services
serving sesame setting settle seven seventy sewage shabby shade shadow shady shaken shaking shall shambles shame shan
shaped share shared shares sharing shark sharp shattered shed shelf shell shelter shelves shield shift ship shipped
shipping shirt shirty shit shock shocker shocking shoe shoes shop shopping shops short shortcut shortly shot should
shoulder shout shouting shoutout show showed shower showing shown shows shrank shrugged shrunk shuffle shut shuts
shutting shuttle sick side sides sideways sighed sight sign signal signals signed signing signs silence silent silver
simple simply since singing single singles sink sister site sitting situation size skeptical skerry skin skip sky
slaps slay sleep sleeper sleeping slept sliced slid slightly slimy slip slipped slippers slips slot slots slow slower
slowly sluggish small smaller smart smashed smell smelled smells smile smiles smiling smoke smoking smooth smoothest
smug snacks snapped snappy sneaky sniffy snow snowed sobbing social socks sofa soft soggy solar sold solicitor solid
solution solved some somebody somehow someone something somewhere song sonic soon sooner sorry sort sorted sorting
sound soundtrack soup sour sourdough space spain spam spare spark sparking speak speaker speaks special specs
speechless speed spelled spend spending spent spice spicy spider spin spinning spirit split spoiled spoke spoken
sports spot spotless spots spotted spring square squeaks squeaky stable stadium staff stain stairs stale stalker stall
stamp stand standard standards standby standing stank star staring stars start started starts statement static station
status stay stayed staying steak steal steals steam steel steer stellar step steps steward sticker stickers still
stinks stock stolen stone stood stop stopped stopping stops store storm story straight stranded strange stranger
strangers strap straw strawberries stream streamberry streaming street strength stress strike strolled strong stuck
student students studio stuff stuffed stunning stupid sturdy submit subscription substituted subtitles successful suck
sucked sucks sugar suggest suggested suggestion suit suitable suitcase suite summer summit sun sunday sundays sunshine
super superb supermarket supervisor supply support supposed sure surgery surly surname surprise surprised survey
survived suspended suspicious swallowed swamp swan swap swapped swears sweet swelling swift swing switch switched
switching swore sync system table tables tablet tablets tags take takeaway taken takeoff takes taking talk talked
talking talks tall tampa tapped target tariff tarmac taste tasting tasty taxi taxis teacher teachers team tears
teatime tech technician technophobe teddy teen teenagers teeth telegram tell teller telling telly temperature temple
temporary tender tenner tent tepid term terminal terms terrace terrible terrified terrifying test tested text texted
texting texts than thank thanks that thats theft their them theme then there therefore thermostat these they thick
thieves thing things think thinking thinks third this those though thought thoughtful thread threatening three threw
thrice thrilled throat through thrown thru thumb thumbs thunder thursday tick ticked ticket tickets tidewater tidy
tiger tight till tills timber time timed timer times timetable tinny tiny tips tiramisu tired tissue titan toast
toaster today toddler toddlers toenails together toilet toilets tokens tokyo told toll tomatoes tomorrow tone tonight
took toolhaven tooth torch torn tortoise total touch touched tourist tours towards towel tower town toxic track
tracker tracking tracks trade trading tradition traffic trail train training trains trait tralee tram transfer
transferred transfers translation transport trapped trash travel travelling treasure treat treated treating treatment
tree trees trial trick tried trip trolley trolleys trouble trousers truck true truly trust trying tubs tuesday
tuesdays tulip tulsa turkey turn turnaround turned turning turtle tutorial tweet twelve twenty twice twins twitter
type typed typing typo tyres ugly unacceptable unauthorized unavailable unbeatable unbelievable uncle under
undercooked understand undo unhappy unheard uniform uninstall uninstalled union unit unity unless unlimited unload
unlock unlocked unreal unsubscribed until unusual update updates upfront upgrade upgraded upgrading upload upsell
upset upside upstairs urban urgent urgently usage usdt used useful useless user users uses using usual usually utter
vacation vacuum valid valley value vanished vase vector vegan vegas vegetarian veggie velvet venue venus verification
verified verify version very vessel vibes victor video videos vienna view vile villa village vine violet violin visa
visit vista vital voice voicemail volume volunteers voucher vouchers wages waist wait waited waiting walk walked
walking wall wallet wanna want wanted wants ward wardrobe warehouse warm warned warning warranty wash washes washing
wasn waste wasted watch watched watching water watering waterproof watery wave waved ways weak wear wearing wears
weather website wedding wednesday week weekend weekly weeks weird welcome welcoming well went were weren whale what
whatever whats whatsapp whatsoever wheel wheelchair when whenever where whether which while whitby white whoever whole
wholesale whom wicked wide widget wife wifi wild will william willow wind window windows wine wing wings winner winter
wiped wire wish with withdraw within without wizardry wobbles wobbly woke wolf woman wonder wonderful wondering wonky
wood wooden wool word words wore work worked workers working works world worldwide worn worried worries worse worst
worth would wouldn wrap wrecked write writes writing written wrong wrote xmas yard yeah year yearly years yellow
yesterday york young your yours yourselves yous zealand zebra zero zone zones
`;
