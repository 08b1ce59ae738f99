import type { AlarmWords } from '../alarms.ts';
import { listed } from '../listed.ts';

export const en: AlarmWords = {
  injury: listed(`
    swallowed, fainted, fainting, unresponsive, not breathing, wont stop bleeding, poisoned, bleeding,
    ambulance, hospital*, a&e, emergency room, allergic reaction, anaphyla*, burned my, burnt my,
    electric shock, injured, unconscious, collapsed, choking, choked, food poisoning, seizure, overdose,
    cant breathe, chest pain, suicid*, kill myself`),
  danger: listed(`
    on fire, caught fire, smoke coming, gas leak, smell gas, smell of gas, smelling gas, sparks, sparking,
    exploded, brakes failed, no brakes, live wire, carbon monoxide, life threatening, in danger,
    someones following me, trapped, stuck in the lift, stuck in the elevator,
    stranded, flooding, flooded, burst pipe, no heating, no power, power cut, locked in, locked out of my, boiler exploded, overheating, melted, caught in`),
  fraud: listed(`
    account hacked, been hacked, got hacked, was hacked, being hacked, being emptied, emptying my account,
    draining my, unauthorised transaction*, unauthorized transaction*, fraudulent, using my card,
    stole my card, card stolen, being scammed, been scammed, identity theft, sim swap, block my card,
    freeze my account, freeze my card,
    phishing, did not authorise, didnt authorise, didnt authorize, did not make this, cloned, stolen card, lost my card, lost my wallet, money is gone`),
  vulnerable: listed(`
    pregnant and, wheelchair, oxygen, insulin, dialysis, disabled, dementia, medical equipment, life support,
    out of medication, newborn,
    elderly, no medication, my medication, epilep*, asthma, inhaler, epipen, newborn baby, in labour`),
  minor: listed(`
    child alone, kid alone, daughter alone, son alone, unaccompanied minor, my child is stuck, year old alone,
    underage`),
  legal: listed(`
    my lawyer, my solicitor, my attorney, legal action, sue you, suing, small claims, take you to court,
    see you in court, ombudsman, trading standards, data protection authority, letter before action,
    chargeback,
    court order, legal team, bailiff*, final notice, debt collect*`),
  press: listed(`
    going to the press, go to the press, contact the press, newspaper*, journalist*, reporter,
    consumer watchdog, on the news, going viral, watchdog`),
  deadline: listed(`
    today, tonight, tomorrow, right now, in an hour, this morning, this evening, this afternoon, by midnight,
    asap, urgent*, immediately, last minute, at the gate, boarding now, in 2 hours, as soon as possible,
    within the hour, leaves in, flight is in, departs in, wedding is, funeral, exam, before noon, by noon, by friday, by monday, this weekend, deadline, time sensitive, hurry`),
};
