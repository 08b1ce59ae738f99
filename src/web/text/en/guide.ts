/** The ten minutes in which somebody who never did this learns to. */
export const guide = {
  'guide.open': 'Guide: {done} of {all} done',
  'guide.title': 'Ten minutes at the desk',
  'guide.about': 'Nothing here reaches a real person. Try everything.',
  'guide.done': 'Done',
  'guide.toDo': 'To do',
  'guide.show': 'Show me',
  'guide.finished': 'You know the desk',
  'guide.finishedAbout': 'That is all of it. Connect your own accounts when you are ready; practice stays here.',
  'guide.connect': 'Connect an account',
  'guide.hide': 'Close the guide',
  'guide.publicly': 'Answer in public',
  'guide.publicly.why':
    'Open a comment with the globe and press r. Everybody reads along: be short, kind, and never ask for an address or a number here.',
  'guide.privately': 'Answer in private',
  'guide.privately.why':
    'Open a message with the lock. Here you may ask for an order number, and the answer can be longer.',
  'guide.decide': 'Decide that something needs no answer',
  'guide.decide.why':
    'Thanks and emoji wait, too, until a person decides. Press n, say why it gets no reply, and it is done. Looking never counts as answering.',
  'guide.note': 'Write a note to a colleague',
  'guide.note.why': 'Press m and type @ and a name. Customers never see a note.',
  'guide.assign': 'Hand it to somebody',
  'guide.assign.why': 'Press a. What has an owner gets done; what has none is everybody’s and nobody’s.',
  'guide.later': 'Put something off, or promise a day',
  'guide.later.why':
    'Press s. It comes back by itself. If you told the customer “by Tuesday”, keep that as a promise: it is chased.',
  'guide.customer': 'Be the customer',
  'guide.customer.why': 'Write something angry as a customer, and see it arrive on the desk.',
  'guide.search': 'Find an old matter',
  'guide.search.why': 'Press / and look for a word, or for “is:public before:yesterday”.',
  'guide.palette': 'Do it without the mouse',
  'guide.palette.why': 'Ctrl K finds people, conversations and every command. The question mark shows all keys.',
} as const;
