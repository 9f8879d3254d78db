//! Spanish.

mod alignment;
mod closing;
mod contract;
mod direction;
mod measures;
mod meetings;
mod others;
mod picture;
mod points;
mod terms;
mod will;

use super::{Frame, Headings, Labels, Sentences, Words};

/// The wording.
pub(super) static WORDS: Words = Words {
    tag: "es",
    quotes: ["«", "»"],
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    weekdays: [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ],
    date: "{day} de {month} de {year}",
    weekday_date: "{weekday} {date}",
    and: " y ",
    decimal: ",",
    frame: Frame {
        for_name: "Para {name}",
        page_of: "Página {n} de {m}",
        draft: "Borrador",
        draft_long: "Borrador de trabajo: sin aprobar, no debe entregarse",
        logo_of: "Logotipo de {name}",
        approved: "{name} aprobó las palabras de este documento el {date}.",
        for_coachee_alone: "Solo coach y coachee",
        for_coach_alone: "Solo para el coach",
        in_confidence: "Confidencial",
    },
    label: Labels {
        brief: "Preparación para {name}",
        sheet: "Hoja privada del coach",
        summary_sponsor: "Informe final para {name}",
        summary_coachee: "Recuerdo del proceso para {name}",
        summary_coach: "Informe propio del coach",
        when: "Cuándo",
        place: "Dónde",
        who: "Quiénes",
        from: "De",
        organisation: "Organización",
        sponsors_side: "La organización",
        period: "Periodo",
        coach: "coach",
        all: "Todos",
        then_all: "después todos",
        minutes: "{n} minutos",
        goal_number: "Objetivo {n} de {m}",
        measure: "Cómo lo sabríamos",
        agreed: "Lo acordado",
        became: "Hoy",
        into: "Qué ocupó su lugar",
        why: "Por qué importa",
        moved_by: "Qué lo impulsó",
        reason: "Por qué se movió",
        first_wording: "Primera formulación",
        agreed_at: "Acordado en común el",
        standing: "Sobre «{goal}», {date}",
        good_outcome: "Un buen resultado",
        from_my_manager: "Lo que quiero de mi responsable",
        on_the_table: "Sobre la mesa",
        off_the_table: "Fuera de la mesa",
        coach_does: "Qué hace el coach",
        public: "cualquier persona",
    },
    heading: Headings {
        in_short: "En breve",
        purpose: "Para qué nos reunimos",
        agenda: "Cómo transcurrirá el tiempo",
        goals: "Los objetivos acordados",
        goals_first: "Los objetivos tal como se acordaron al principio",
        goals_again: "Los objetivos y lo que resultó de ellos",
        sessions: "Sesiones",
        shared: "Lo que {coachee} ha decidido compartir",
        support: "Apoyo solicitado",
        last_time: "Lo que se decidió la última vez",
        promises: "Compromisos",
        promises_open: "Compromisos en pie",
        you_said: "Lo que usted dijo que vería",
        you_saw: "El cambio que usted ha visto",
        questions: "Para pensar de antemano",
        confidentiality: "Quién habla de qué",
        preparation: "Tu preparación",
        preparation_of: "Cómo se ha preparado {coachee}",
        moved: "Lo que se acordó y cómo está hoy",
        how_moved: "Cómo se movieron los objetivos",
        contacts_seen: "Lo que le contaron al coach",
        talking: "En tus propias palabras",
        who_may_know: "A quién se le puede decir qué",
        released: "Lo que has autorizado",
        ask_for: "Apoyo que pedir",
        next: "Qué viene después",
        left_out: "Lo que este informe omite a propósito",
        kept_goals: "Tus objetivos y cómo se movieron",
        kept_goals_coach: "Cada objetivo a lo largo del tiempo",
        direction: "Tu sentido de dirección",
        insights: "Lo que fuiste viendo",
        insights_lately: "Lo que {coachee} ha visto últimamente",
        practices: "Lo que probaste",
        kept_promises: "Compromisos cumplidos",
        keep_going: "Cómo mantenerlo vivo",
        reflections: "Tus reflexiones",
        hours: "Sesiones y horas",
        supervision: "Para llevar a supervisión",
        positions: "Dónde está cada parte",
        expectations: "Qué vería cada parte si funcionara",
        unsaid: "Lo que no debe decirse",
        to_remember: "Para recordar en la sala",
        contacts: "Lo que te contó la organización",
        assents: "Conformidad pendiente",
        decided: "Lo que decidimos en común",
    },
    says: Sentences {
        summary_title_sponsor: "Informe final del proceso de coaching",
        summary_title_coachee: "Lo que dejó este tiempo",
        summary_title_coach: "Mirada atrás",
        period_open: "Desde el {from}",
        period_planned: "Del {from} al {to} (previsto)",
        period_ended: "Del {from} al {to}",
        agreed_on: "Acordados el {date}, en {meeting}.",
        agreed_again_on: "Acordados de nuevo el {date}, en {meeting}.",
        agreed_at_meeting: "En {meeting}, el {date}.",
        no_goals_yet: "Todavía no hemos acordado objetivos en común. A {coachee} le corresponde \
                       proponerlos; a nosotros, acordarlos.",
        no_goals: "No se acordaron objetivos en común.",
        no_outcome: "De este objetivo habla {coachee} en persona.",
        voiced_by: "{name}, {date}",
        coach_voice: "Palabras del coach, aprobadas por {name}, {date}",
        your_words: "Sus palabras, {date}",
        said_by: "{name}, {date}",
        on_date: "{what}, desde el {date}",
        held_of_planned: "Se han celebrado {held} de las {planned} sesiones previstas, de {minutes} \
                          minutos.",
        held_unplanned: "Se han celebrado {held} sesiones de {minutes} minutos.",
        none_held: "Aún no se ha celebrado ninguna sesión; hay {planned} previstas, de {minutes} \
                    minutos.",
        cancelled_one: "Una se canceló.",
        cancelled_many: "{n} se cancelaron.",
        missed_one: "A una no se asistió.",
        missed_many: "A {n} no se asistió.",
        promise_by: "{name}",
        promise_due: "{name}, antes del {due}",
        promise_due_status: "{name}, antes del {due} · {status}",
        promise_status: "{name} · {status}",
        confidential_brief: "{coach} puede hablar de cómo funciona el coaching, de lo que se \
                             acordó en la sala y de lo que figura en estas páginas; no añadirá \
                             nada más. Solo la ley, o un peligro grave para alguien, cambiaría \
                             esto.",
        confidential_brief_2: "{coachee} habla en persona, y puede decir más que esto o menos. Le \
                               rogamos que dirija sus preguntas sobre el trabajo a {coachee} y no \
                               al coach. Como norma, lo que usted le cuente al coach sobre \
                               {coachee} queda abierto para {coachee}.",
        summary_lead: "Este informe cierra el proceso de coaching de {coachee}. Recoge los \
                       objetivos tal como se acordaron en común, lo que {coachee} ha decidido \
                       decir de ellos y lo que viene después.",
        left_out_1: "El coaching funciona porque lo que se dice en una sesión se queda en ella. \
                     Por eso este informe contiene lo acordado en común, las fechas del marco y \
                     las palabras que {coachee} ha autorizado para usted. No dice nada más, y de \
                     lo que aquí no está no debe deducirse nada.",
        left_out_2: "No es una evaluación ni se ha escrito para una valoración del desempeño. \
                     {coachee} puede contarle más; el coach, no.",
        next_1: "Una conversación entre {coachee} y usted sobre lo que se va a mantener y el \
                 apoyo que eso necesita.",
        not_prepared: "Aquí todavía no hay nada escrito. Algunas preguntas que a otras personas \
                       les han servido:",
        nothing_moved: "Desde entonces no se ha movido nada: lo acordado sigue en pie tal como se \
                        acordó.",
        no_rules: "No hay ningún acuerdo en vigor: nada puede decirse a nadie más.",
        rules_for: "A {names}",
        speaks: "En esta reunión hablas por ti. Lo que se ha movido te corresponde contarlo a \
                 ti, con tus palabras y a tu ritmo; el coach no lo contará en tu lugar.",
        speaks_2: "Lo que digas en la sala lo decides en la sala. Si quieres parar, ir más \
                   despacio o hablar un momento con el coach, dilo; no hace falta más razón.",
        released_to: "Autorizado para {name} el {date}",
        released_withdrawn: "Autorizado para {name} el {date}, retirado el {until}",
        keepsake_lead: "Esto es tuyo. Guarda tus objetivos en todas sus formulaciones, lo que los \
                        movió y lo que fuiste viendo por el camino, en tus propias palabras. Rara \
                        vez se comprende algo en un solo momento: léelo como algo que ha crecido.",
        keep_1: "Elige una práctica que conservar y otra que soltar. Dos ya son muchas.",
        keep_2: "Reserva media hora dentro de un mes, y otra dentro de tres. Lee primero estas \
                 páginas y escribe después una línea sobre lo que es distinto.",
        keep_3: "Cuéntale a una persona en qué estás trabajando y pídele que te diga lo que ve.",
        keep_4: "Cuando vuelva una vieja costumbre, fíjate en lo que se te pedía ese día antes de \
                 juzgarla.",
        call_when: "Razones para llamar: un nuevo puesto, una decisión que no se asienta o la \
                    sensación de haber estado ya aquí. No hacen falta otras.",
        notes_1: "Las notas reflexivas del coach se destruyen unos meses después del final, y el \
                  registro del trabajo, unos años después, salvo que hayáis acordado otra cosa.",
        notes_2: "Hasta entonces puedes pedir todo lo que se guarda sobre ti. Se conserva cifrado, \
                  en el equipo del propio coach.",
        sheet_lead: "Solo para ti. Léela antes de entrar y déjala en la cartera. La última página \
                     dice lo que no debe decirse.",
        without_assent: "Al acuerdo en vigor le falta la conformidad de {names}. Eso no abre ni \
                         cierra nada, pero conviene pedirla.",
        unsaid_lead: "Nada de esto se les ha abierto. Si preguntan: «Eso le corresponde decirlo a \
                      {coachee}».",
        unsaid_to: "A {names}",
        unsaid_more: "y {n} anteriores, todos en la pantalla",
        unsaid_none: "Nada de lo recogido hasta ahora tendría que callarse.",
        unsaid_rest: "Tampoco nada de una sesión, de una práctica o de tus propias reflexiones, \
                      figure aquí o no.",
        coach_summary_lead: "Para aprender, para el registro de horas y para la supervisión. Solo \
                             sale de tus manos cuando le quitas los nombres y los lugares.",
        no_drift: "No se registró ningún objetivo.",
        moved_count_one: "{What}: 1 objetivo",
        moved_count_many: "{What}: {n} objetivos",
        hours_total: "En total: {hours} horas de reloj.",
        hours_log: "Para el registro: 45 minutos cuentan como 0,75 horas. Quien no ha dado su \
                    consentimiento no figura en él.",
        supervision_1: "¿Dónde cargué con algo que no me correspondía?",
        supervision_2: "¿Qué supe y no dije, y le sirvió al trabajo que lo callara?",
        supervision_3: "¿Cuándo hablé en lugar de {coachee}, o estuve a punto de hacerlo?",
        supervision_4: "¿Qué me pidió la organización sin decirlo?",
    },
    contract: &contract::CONTRACT,
    others: &others::OTHERS,
    picture: &picture::PICTURE,
    direction: &direction::DIRECTION,
    closing: &closing::CLOSING,
    will: &will::WILL,
    alignment: &alignment::ALIGNMENT,
    measures: &measures::MEASURES,
    points: &points::POINTS,
    occasion: meetings::occasion,
    topic: terms::topic,
    role: terms::role,
    rule: terms::rule,
    rule_short: terms::rule_short,
    drift: terms::drift,
    shift: terms::shift,
    status: terms::status,
    prompt: terms::prompt,
    telling: terms::telling,
    promise: terms::promise,
    stance: terms::stance,
    coach_does: terms::coach_does,
};
