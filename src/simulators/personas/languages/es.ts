import type { Talk } from '../talk.ts';

export const es: Talk = {
  language: 'es',
  hello: ['Hola', 'Buenas tardes', 'Buenos días'],
  mail: 'Buenos días:\n\n{text}\n\nUn saludo,\n{name}',
  says: {
    late: [
      'Mi pedido {order} tenía que llegar el jueves y el seguimiento no se mueve. ¿Dónde está?',
      'Sigo esperando {order}. El sábado salimos al Pirineo, ¿llegará a tiempo?',
      'El seguimiento de {order} lleva seis días igual. ¿Se ha perdido?',
    ],
    broken: [
      'La cremallera de mi {item} se rompió a las tres semanas. Se abre sola.',
      'A la {item} se le ha descosido la costura del brazo. ¿Entra en garantía?',
      'Se me partió una hebilla de la {item} en la segunda salida. ¿Tienen recambio?',
    ],
    size: [
      'Mido 1,76 y peso 73 kg. ¿Qué talla de {item} me recomiendan, M o L?',
      '¿La {item} talla pequeño? Quiero llevar un forro debajo.',
    ],
    refund: [
      'Devolví {order} hace dos semanas y todavía no me han devuelto el dinero. ¿Cuándo llega?',
      'Quiero devolver la {item}, está sin estrenar. ¿Qué tengo que hacer?',
    ],
    praise: [
      'Una semana de lluvia en Picos de Europa y la {item} aguantó sin una gota. ¡Enhorabuena!',
      'Muy amable la chica que me atendió ayer, mil gracias.',
    ],
    idea: ['¡Por favor, saquen la {item} en verde!', 'Estaría genial ver el peso de cada talla en la web.'],
    checkout: [
      'No puedo pagar. Después de poner la tarjeta la página se queda en blanco.',
      'El pago da error en el móvil y en el ordenador. He probado tres tarjetas.',
    ],
    angry: [
      'Es la tercera vez que escribo por {order}. ¿Hay alguien ahí?',
      '¡Otra vez la talla equivocada! Una vergüenza, no vuelvo a comprar aquí.',
    ],
    thanks: ['Ha llegado hoy, todo perfecto. ¡Gracias!', 'Solucionado, gracias por la ayuda 🙏'],
  },
  subjects: {
    late: '¿Dónde está el pedido {order}?',
    broken: 'Defecto en {item}',
    size: 'Duda de talla: {item}',
    refund: 'Reembolso de {order}',
    praise: 'Gracias',
    idea: 'Una idea',
    checkout: 'No funciona el pago',
    angry: 'Tercer correo sobre {order}',
    thanks: 'Gracias',
  },
  after: {
    thanks: ['¡Genial, muchas gracias!', 'Gracias por contestar tan rápido 🙂'],
    further: ['Gracias. ¿Y cuánto tardará más o menos?', 'Vale. ¿Tengo que imprimir la etiqueta?'],
    still: ['Ya lo probé y sigue igual.', 'Aquí no ha cambiado nada, ¿pueden mirarlo otra vez?'],
    angrier: ['Es la misma respuesta de la otra vez. No me sirve.', 'Quiero hablar con un responsable.'],
  },
  answers: {
    late: '¡Sentimos la espera! El paquete sale esta noche y llega pasado mañana.',
    broken: 'Eso no debería pasar. Le enviamos una etiqueta y lo reparamos gratis.',
    size: 'Con forro debajo, mejor la talla grande. El cambio es gratis.',
    refund: 'Salió ayer; el banco tarda dos o tres días hábiles.',
    praise: '¡Nos ha alegrado el día! Buenas rutas.',
    idea: '¡Muy buena idea! Ya la tienen nuestros diseñadores. Gracias.',
    checkout: 'Gracias por avisar. El sistema de pago tiene una avería y estamos en ello. Su cesta se conserva.',
    angry: 'Tiene razón y lo siento. Me encargo yo: la talla correcta sale hoy por cuenta nuestra.',
    thanks: '¡Nos alegramos! A disfrutar del monte.',
  },
};
