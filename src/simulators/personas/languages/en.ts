import type { Talk } from '../talk.ts';

export const en: Talk = {
  language: 'en',
  hello: ['Hi', 'Hello', 'Hi there'],
  mail: 'Hello,\n\n{text}\n\nKind regards,\n{name}',
  says: {
    late: [
      'My order {order} was meant to be here last Thursday and the tracking hasn’t moved since. Where is it?',
      'Still waiting for {order}. We leave for the Highlands on Saturday and I need that tent!',
      'Tracking for {order} says “handed to carrier” for six days now. Is it lost?',
      'Any idea when the {item} ships? Ordered nine days ago, no update.',
    ],
    broken: [
      'The main zip on my {item} broke after three weeks. It just splits open behind the slider.',
      'Bought the {item} in August and the seam under the arm has come undone already. Not what I expected at that price.',
      'One of the buckles on the {item} snapped on the second trip. Can I get a spare part?',
      'My {item} leaks at the shoulders. I washed it as the label says, so what now?',
    ],
    size: [
      'I’m between M and L in the {item}. 182 cm, 79 kg, broad shoulders. Which would you take?',
      'Does the {item} run small? I want to wear a fleece underneath.',
      'Is the {item} in women’s 38 the same cut as last year’s?',
    ],
    refund: [
      'I sent {order} back on the 3rd and you confirmed it, but the money isn’t there yet. How long does that take?',
      'The refund for {order} is £20 short. Did you deduct the shipping?',
      'I would like to return the {item}. It’s unworn, but I lost the slip. What do I need to do?',
    ],
    praise: [
      'Three weeks in the Cairngorms, rain every single day, and the {item} kept me dry. Brilliant jacket.',
      'Just want to say the person who helped me on the phone yesterday was wonderful.',
      'Ten years with the same {item} and it still looks new. That’s how it should be!',
    ],
    idea: [
      'Please, please make the {item} with a two-way zip. Everybody in my climbing club would buy one.',
      'Could you show the weight of each size on the product page? Those grams matter to us.',
      'Would love a repair kit in the shop: patches, slider, a bit of cord.',
    ],
    checkout: [
      'I can’t pay. After the card details the page goes white and the basket is empty again.',
      'Checkout fails with “something went wrong” on phone and laptop. Tried three cards.',
      'Your checkout is broken. I was charged and there’s no order in my account.',
    ],
    angry: [
      'This is the third time I’m writing about {order}. Does anybody read this?',
      'Two weeks, four mails, zero answers. I’ll dispute the payment if I don’t hear from you today.',
      'Unbelievable. You sent the wrong size AGAIN. I’m done with this shop.',
    ],
    thanks: ['Parcel arrived this morning, all good. Thank you!', 'Sorted, thanks for the quick help 🙏'],
  },
  subjects: {
    late: 'Where is order {order}?',
    broken: 'Defect: {item}',
    size: 'Which size for the {item}?',
    refund: 'Refund for {order}',
    praise: 'A thank-you',
    idea: 'An idea for the shop',
    checkout: 'Checkout does not work',
    angry: 'Third mail about {order}',
    thanks: 'Thank you',
  },
  after: {
    thanks: ['Thank you, that was quick!', 'Great, that helps. Cheers!', 'Perfect, thanks so much 🙂'],
    further: [
      'Thanks. And do I have to print the label or is the code on my phone enough?',
      'Good to know. How long will it take from here, roughly?',
      'OK! Can I change the delivery address while we’re at it?',
    ],
    still: [
      'I tried that, it’s still the same.',
      'Nothing has changed on my side. Could you check again?',
      'Did as you said. No luck, same message.',
    ],
    angrier: [
      'That’s the same answer I got last week. It doesn’t help me at all.',
      'Sorry, but that’s not good enough. I want to talk to somebody who can decide.',
    ],
  },
  answers: {
    late: 'So sorry for the wait! The parcel got stuck at the depot. It goes out again tonight and should be with you the day after tomorrow.',
    broken:
      'That shouldn’t happen. It’s covered by our repair promise: we’re sending you a prepaid label, and you’ll have it back in ten days.',
    size: 'With a fleece underneath take the larger one; the sleeves stay the same length. And exchanging it is free.',
    refund: 'It left us yesterday. Banks take two to three working days, so it should show by Thursday.',
    praise: 'You’ve made our day! We’ve passed it on to the workshop. Enjoy the next trip!',
    idea: 'We like that a lot. It’s on the table of our designers now. Thank you for taking the time!',
    checkout:
      'Thank you for telling us. Our payment provider has a fault and we’re on it. Your basket is safe; we’ll write as soon as it works.',
    angry:
      'You’re right to be cross, and I’m sorry. I’m taking this over myself: the right one leaves today by express, at our cost.',
    thanks: 'So glad it worked out. Have a great time outdoors!',
  },
};
