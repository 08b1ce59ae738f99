import type { HintWords } from '../hints.ts';
import { listed } from '../listed.ts';

export const en: HintWords = {
  lacking: listed(`
    no signal, no internet, no water, no hot water, no heating, no heat, no electricity, no power, no gas, no service,
    outage, power cut, is down, are down, all down, offline, without power, without water, without internet,
    without heating, without heat, freezing, run out of, running out, ran out, nothing works, whole street,
    entire street, whole building, whole village, wont load, not loading, still no`),
  money: listed(`
    charged twice, double charged, charged me twice, taken twice, overdrawn, overdraft, wrong account, wages, salary,
    rent is, my rent, savings, emptied, missing from my account, gone from my account, declined, wrong iban,
    cash machine, swallowed my card, direct debit, transfer*, mortgage payment, pension`),
  justNow: listed(`
    just now, right this, this minute, this second, this moment, minutes ago, min ago, mins ago, seconds ago,
    an hour ago, just ordered, just placed, just sent, just paid, just seen, just got, just had, at the moment,
    right now, currently, happening now, as we speak, as i type, in front of me, still inside, about to`),
  stuck: listed(`
    stuck, stranded, locked out, locked in, missed my, missed the, last train, last bus, last flight, last ferry,
    no way home, standing outside, standing in front, waiting outside, waiting at, at the airport, at the station,
    at the gate, at check in, at the hotel, cancelled on, no room for us, nowhere to sleep, wont let us, wont let me,
    cant get in, cant get out, on the platform, abroad, roadside, broken down`),
  dependent: listed(`
    baby, toddler, newborn, my child, my kid, my kids, children, little one, my son, my daughter, year old,
    my mother, my mum, my mom, my father, my dad, grandma, gran, grandmother, grandad, grandfather, elderly, patient*,
    disabled, pregnant, carer, care home, tablets, medicine, medication, prescription, pills, dose, nappies, formula`),
  event: listed(`
    wedding, funeral, exam, interview, birthday party, graduation, christening, operation, surgery, court hearing,
    my flight, our flight, flight tomorrow, moving tomorrow, moving house, guests, visa appointment, concert, passport,
    holiday tomorrow, travel tomorrow, travelling tomorrow, fly tomorrow, leave tomorrow, we leave`),
  past: listed(`
    last year, last month, last summer, last winter, last week, years ago, months ago, weeks ago, back in, back then,
    used to, once had, in january, in february, in march, in april, in may, in june, in july, in august,
    in september, in october, in november, in december, for months, for years, since spring, since summer`),
  general: listed(`
    in general, generally, normally, how often, how do i, how can i, do you have, do you sell, do you offer, can i,
    is it possible, is there a, what happens if, what if, in case, opening hours, just curious, wondering, if i ever,
    is it normal, are you planning, would it be, it would be nice, any plans, how much is, how much does, what does`),
  solved: listed(`
    thanks to, thank you for, saved, rescued, sorted, fixed, resolved, solved, came back, found it, found him, found her,
    all good, back on, back up, working again, calmly, within minutes, lifesaver, hero, heroes, well done, so kind,
    safe and sound, all safe, everyone is fine, were brilliant, was brilliant, stayed with`),
};
