import type { Language } from '../ipc/types/Language';

/** Questions that help to think about a clash, by what they are after. */
export interface Questions {
  about: string;
  ask: string[];
}

/** In the language of the engagement, since they may be asked aloud. */
export const QUESTIONS: Record<Language, Questions[]> = {
  en: [
    {
      about: 'Understand first',
      ask: [
        'What has taught you to lead the way you do?',
        'When did that way last save the day?',
        'What would you lose if you let go of a part of it?',
      ],
    },
    {
      about: 'What both want',
      ask: [
        'What do you and they both want to be true in a year?',
        'How does this goal help with what worries them most?',
      ],
    },
    {
      about: 'Something small',
      ask: [
        'What is the smallest place in which we could try it, and look at it together?',
        'What would you both have to see to call it a success? And a failure?',
        'On which day do we judge it, and who is in the room?',
      ],
    },
    {
      about: 'Evidence',
      ask: [
        'Which figure, case or example would count for them, not only for you?',
        'What would make you change your own mind?',
      ],
    },
    {
      about: 'Whose goal it is',
      ask: [
        'If nobody minded either way, what would you choose?',
        'What do you want to tell them yourself before we work on it here?',
        'What could you adapt without giving up what matters to you?',
      ],
    },
    {
      about: 'The house around you',
      ask: [
        'What does this clash say about how things are done here?',
        'Who else in the organisation holds this belief, and who does not?',
      ],
    },
  ],
  es: [
    {
      about: 'Primero, entender',
      ask: [
        '¿De dónde te viene esa manera de liderar?',
        '¿Cuándo fue la última vez que esa manera salvó la situación?',
        '¿Qué perderías si soltaras una parte?',
      ],
    },
    {
      about: 'Lo que quieren ambas partes',
      ask: [
        '¿Qué queréis las dos partes que sea verdad dentro de un año?',
        '¿En qué ayuda este objetivo a lo que más les preocupa?',
      ],
    },
    {
      about: 'Algo pequeño',
      ask: [
        '¿Cuál es el lugar más pequeño donde podríais probarlo y mirarlo después en común?',
        '¿Qué tendríais que ver para decir que salió bien? ¿Y que salió mal?',
        '¿Qué día lo valoramos, y quién estará presente?',
      ],
    },
    {
      about: 'Pruebas',
      ask: [
        '¿Qué dato, caso o ejemplo contaría para la otra parte, y no solo para ti?',
        '¿Qué te haría cambiar de opinión a ti?',
      ],
    },
    {
      about: 'De quién es el objetivo',
      ask: [
        'Si a nadie le importara, ¿qué elegirías?',
        '¿Qué quieres decirles tú antes de trabajarlo aquí?',
        '¿Qué podrías adaptar sin renunciar a lo que te importa?',
      ],
    },
    {
      about: 'La casa que te rodea',
      ask: [
        '¿Qué dice esta tensión de cómo se hacen las cosas aquí?',
        '¿Quién más en la organización piensa así, y quién no?',
      ],
    },
  ],
};
