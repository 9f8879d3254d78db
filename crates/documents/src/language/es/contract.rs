//! The agreement in Spanish.

use coaching::words::{Role, Rule, Topic};

use crate::language::contract::{Boundaries, Contract, ContractLabels, ContractSentences};

pub(super) static CONTRACT: Contract = Contract {
    label: ContractLabels {
        eyebrow: "Para la firma de {name}",
        eyebrow_all: "Para la firma de todas las partes",
        title: "Acuerdo de coaching",
        for_all: "quienes lo firman",
        effective: "Rige desde el",
        parties: "Partes",
        coaching: "Qué es el coaching y qué no es",
        roles: "Papeles y responsabilidades",
        sessions: "Sesiones y calendario",
        fees: "Honorarios",
        confidentiality: "Confidencialidad",
        told: "Qué se puede contar y quién lo cuenta",
        table: "Lo mismo, de un vistazo",
        exceptions: "Dónde termina la confidencialidad",
        tells: "Quién se lo cuenta a quién",
        release: "Autorización de información",
        cancellation: "Cancelación",
        records: "Notas y tiempo de conservación",
        ending: "Final",
        dispute: "Si no estamos de acuerdo",
        additions: "Acordado además",
        changes: "Vigencia y cambios",
        signatures: "Firmas",
        topic: "Tema",
        signature: "Firma",
        place_and_date: "Lugar y fecha",
        coach: "Coach",
    },
    says: ContractSentences {
        lead: "Este acuerdo dice cómo trabajan {coachee} y {coach}, y qué se puede contar a otras \
               personas.",
        lead_sponsored: "Este acuerdo dice cómo trabajan {coachee} y {coach}, qué puede esperar \
                         la organización y a quién se le puede contar qué.",
        coaching_is: "El coaching es una serie de conversaciones en las que {coachee} mira su \
                      trabajo, decide hacia dónde quiere ir, prueba cosas y aprende de ellas. Los \
                      objetivos son de {coachee}. Pueden cambiar a lo largo del camino: forma \
                      parte del trabajo y no es señal de fracaso.",
        coaching_aligned: "Al principio, los objetivos se ponen en común con lo que espera la \
                           organización, en una reunión de las tres partes.",
        coaching_is_not: "No es terapia, asesoramiento, formación ni evaluación. No sustituye \
                          ninguna ayuda médica o jurídica. Nada de lo que surge en él se escribe \
                          para una evaluación del desempeño ni puede usarse en ella.",
        coach_does: "{coach} prepara y conduce las sesiones, guarda lo que este acuerdo hace \
                     confidencial, trabaja según la ética de la profesión y con supervisión, y \
                     avisa cuando otra persona podría ayudar mejor.",
        coachee_does: "{coachee} elige los temas, acude con preparación, decide qué probar y qué \
                       hacer con ello, y avisa cuando el coaching no le sirve.",
        side_does: "Por parte de la organización, corresponde a {side} dar tiempo y respaldo al \
                    coaching, decir a {coachee} en persona qué desearía ver la organización, \
                    participar en las reuniones de las tres partes y no pedir informes a {coach}.",
        sessions_planned: "Están previstas {n} sesiones de {minutes} minutos, {period}.",
        sessions_length: "Se celebran sesiones de {minutes} minutos, {period}.",
        period_to: "desde el {from} hasta el {to}",
        period_open: "a partir del {from}",
        sessions_days: "Día, hora y lugar se acuerdan entre {coachee} y {coach} de una sesión a la \
                        siguiente.",
        meetings: "Las reuniones de las tres partes se celebran cuando hacen falta, por lo general \
                   al principio, a mitad de camino y al final. {coachee} sabe de antemano de qué \
                   se va a hablar.",
        confidence: "Lo que se dice en el coaching se queda en él. {coach} cuenta a otras personas \
                     lo que figura aquí y nada más.",
        deny: "De lo que no se nombra aquí no se cuenta nada, y a quien no se nombra aquí tampoco.",
        them_are: "Lo que sigue vale cuando se trata de contar algo {whom}.",
        them: "a estas personas",
        same_except: "Cuando se trata de contar algo {whom}, vale lo mismo, excepto:",
        several_roles: "Cuando una persona ocupa varios papeles, vale la regla más estricta.",
        combined: "Las cifras conjuntas se muestran cuando han respondido al menos {n} personas, y \
                   nunca lo que dijo una de ellas.",
        supervisor: "{coach} lleva su trabajo a supervisión, sin nombres: ni de personas ni de \
                     organizaciones.",
        supervisor_named: "Para la supervisión se ha acordado lo siguiente:",
        coachee_sees: "{coachee} puede ver todo lo que {coach} guarda sobre el trabajo, excepto \
                       las reflexiones propias de {coach} y lo que dijo cada persona a quien se \
                       pidió su opinión.",
        coachee_named: "Hay excepciones:",
        exceptions_lead: "Cuatro cosas pueden llevar a {coach} a decir más de lo que permite este \
                          acuerdo:",
        danger: "un peligro grave y presente para {coachee} o para otra persona",
        illegality: "una infracción grave de la ley",
        court: "una orden judicial válida",
        law: "un deber que impone la ley",
        exceptions_how: "Aun entonces, {coach} pide consejo antes si hay tiempo, avisa a {coachee} \
                         de antemano si no entraña riesgo, no dice más de lo necesario y deja \
                         escrito por qué.",
        tells_1: "Cómo va el trabajo y cómo han cambiado los objetivos lo cuenta {coachee}, con \
                  sus palabras y a su tiempo. {coach} ayuda a prepararlo y no lo cuenta en lugar \
                  de {coachee}.",
        tells_2: "Las preguntas sobre el trabajo se hacen a {coachee}. {coach} no da a nadie su \
                  opinión sobre {coachee}: ni de paso, ni en confianza, ni para una evaluación del \
                  desempeño.",
        no_back_channel: "Lo que alguien de la organización cuenta a {coach} sobre {coachee} está, \
                          por lo general, abierto a {coachee}.",
        release_1: "Cuando algo solo se puede contar con palabras autorizadas, {coachee} aprueba \
                    el texto exacto y para quién: por escrito, por mensaje, o en una reunión y con \
                    confirmación posterior.",
        release_2: "{coachee} puede retirar una autorización en cualquier momento. Desde ese día \
                    las palabras dejan de usarse; lo ya entregado no se puede recuperar.",
        release_3: "Antes de que {coach} entregue a otra persona un documento sobre el coaching, \
                    {coachee} lo ha leído y aprobado. {coach} lleva una lista de lo que se contó o \
                    entregó, a quién y con qué fundamento.",
        cancel_1: "Quien no pueda acudir a una sesión lo dice cuanto antes, y se busca en común \
                   otro día.",
        cancel_2: "Lo que cuesta una sesión que se cancela tarde o a la que no se acude figura \
                   junto a los honorarios o en «{additions}», si se ha acordado algo.",
        records_1: "{coach} toma notas breves y las guarda cifradas, en un equipo propio. No \
                    forman parte de ningún expediente de la organización, que no tiene acceso a \
                    ellas.",
        records_2: "Salvo que se haya acordado otra cosa, las notas reflexivas de la persona que \
                    hace de coach se destruyen tres meses después del final del coaching, y el \
                    resto, siete años después.",
        records_3: "Cada persona que firma puede preguntar qué se guarda sobre ella.",
        ending_1: "El coaching termina el día previsto, o antes si {coachee} o {coach} lo desea y \
                   se lo dice a la otra persona.",
        ending_2: "Lo acordado sobre la confidencialidad sigue valiendo después del final.",
        dispute_1: "Si a alguien le parece que algo del coaching no va bien, lo habla primero con \
                    la persona a la que se refiere y, después, con todas.",
        dispute_2: "Si eso no ayuda, cada parte puede proponer a una tercera persona que medie. \
                    Nada de esto afecta a los derechos que da la ley.",
        changes_1: "Este acuerdo rige desde el {date}. Entre {coachee} y {coach} vale desde que \
                    {coachee} da su conformidad, y sustituye a cualquier otro anterior.",
        changes_2: "Un cambio es un acuerdo nuevo, presentado por escrito a todas las partes.",
    },
    boundary: Boundaries {
        sentence,
        lead,
        what,
        whom,
    },
};

fn sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "{coach} puede contar {whom} {what}.",
        Rule::WithConsent => {
            "Solo con palabras que {coachee} ha autorizado, {coach} puede contar {whom} {what}."
        }
        Rule::CoacheeShares => "Solo {coachee} cuenta {whom} {what}.",
        Rule::Confidential => "{coach} no cuenta {whom} {what}.",
    }
}

fn lead(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "{coach} puede contar {whom}",
        Rule::WithConsent => {
            "Solo con palabras que {coachee} ha autorizado, {coach} puede contar {whom}"
        }
        Rule::CoacheeShares => "Solo {coachee} cuenta {whom}",
        Rule::Confidential => "{coach} no cuenta {whom}",
    }
}

fn what(topic: Topic) -> &'static str {
    match topic {
        Topic::Engagement => "que el coaching tiene lugar, con quién y durante cuánto tiempo",
        Topic::Attendance => "cuántas sesiones se han celebrado y cuándo",
        Topic::Fees => "qué se acordó sobre los honorarios",
        Topic::BaselineGoals => "qué objetivos se acordaron en común",
        Topic::CurrentGoals => "cómo están los objetivos y cómo han cambiado",
        Topic::Progress => "cómo avanza el trabajo",
        Topic::Themes => "qué asuntos toca el trabajo",
        Topic::Commitments => "quién prometió qué, y en qué quedó",
        Topic::SupportNeeded => "qué apoyo ayudaría",
        Topic::Purpose => "qué dirección quiere tomar {coachee}",
        Topic::Insights => "qué ha llegado a ver {coachee}",
        Topic::Practices => "qué prueba {coachee} entre sesiones",
        Topic::SessionContent => "qué se dice en una sesión",
        Topic::Assessments => "qué dicen los tests, los perfiles y los informes 360",
        Topic::FeedbackCombined => "qué dijeron, en conjunto, las personas a las que se preguntó",
        Topic::FeedbackVerbatim => "qué dijo cada persona a la que se preguntó",
        Topic::Alignment => "qué espera cada parte y cuál es su postura",
        Topic::SponsorContact => "qué contó alguien de la organización a {coach}",
        Topic::MeetingOutcomes => "qué decidió una reunión de las tres partes",
        Topic::Reflections => "qué anota {coach} para su propia reflexión",
    }
}

fn whom(role: Role) -> &'static str {
    match role {
        Role::Coachee => "a {coachee}",
        Role::Sponsor => "al sponsor",
        Role::LineManager => "a la persona responsable directa",
        Role::HrPartner => "a recursos humanos",
        Role::Stakeholder => "a las partes interesadas",
        Role::Supervisor => "a quien supervisa",
    }
}
