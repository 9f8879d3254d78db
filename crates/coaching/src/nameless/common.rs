//! Words that name nobody, in English and Spanish, without accents and capitals.

/// True for a word that often begins a sentence.
pub(super) fn begins_sentences(folded: &str) -> bool {
    has(ENGLISH, folded) || has(SPANISH, folded)
}

/// True for the name of a month that is nothing else. "May" and "march" are other words as well.
pub(super) fn is_in_the_calendar(folded: &str) -> bool {
    has(CALENDAR, folded)
}

/// True for a day of the week, which has a capital in English and gives nobody away.
pub(super) fn is_a_weekday(folded: &str) -> bool {
    has(WEEKDAYS, folded) || has(WEEKDAYS, folded.strip_suffix('s').unwrap_or(folded))
}

/// Capitals that stand for a post or a measure, not for a name.
pub(super) fn is_a_usual_abbreviation(raw: &str) -> bool {
    has(
        "I HR CEO CFO COO CTO CIO CHRO VP MD KPI KPIs OKR OKRs PR IT OK RRHH",
        raw,
    )
}

/// A title before a name, which goes with it.
pub(super) fn is_a_title(folded: &str) -> bool {
    has(
        "mr mrs ms miss mx dr prof professor sir dame sr sra srta don dona",
        folded,
    )
}

/// An abbreviation after which the sentence goes on.
pub(super) fn is_cut_short(folded: &str) -> bool {
    is_a_title(folded) || has("vs etc eg ie st no p ej ud uds", folded)
}

/// A small word within a name, which is no name by itself.
pub(super) fn is_a_particle(folded: &str) -> bool {
    is_everyday(folded)
        || has(
            "van von der ter te zu zur zum af av bin ibn jr sr ii iii phd mba",
            folded,
        )
}

/// A particle that is a word of everyday as well: by itself before a name it may be just that.
pub(super) fn is_everyday(folded: &str) -> bool {
    has(
        "de del la las los el y e i da do das dos di du des le den ten al",
        folded,
    )
}

/// A word that many organisations have in their names.
pub(super) fn is_in_many_organisations(folded: &str) -> bool {
    is_everyday(folded) || has(ORGANISATIONS, folded)
}

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|known| known == word)
}

const CALENDAR: &str = "january february april june july august september october november december \
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre";

/// In English alone: the Spanish ones have no capital unless they are somebody's name.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

const ORGANISATIONS: &str = "and of for the in at group grupo company compania companies co corp \
    corporation inc incorporated ltd limited plc llc llp gmbh ag kg sa sl sau slu srl spa bv nv ab as \
    oy holding holdings international internacional global world national nacional european service \
    services servicios solutions soluciones system systems sistemas partner partners associates \
    asociados consulting bank banco banking insurance seguros hospital clinic clinica university \
    universidad school college council trust foundation fundacion institute instituto centre center \
    centro industries industrias technology technologies tecnologia tech digital media energy energia \
    water marine mutual foods food health healthcare care instruments ceramicas logistics logistica \
    transport shipping capital investments ventures studio studios works house news press books \
    pharma medical sciences science labs laboratories retail stores publishing railway airport city";

const ENGLISH: &str = "a about above according across actually add afraid after afterwards \
    again against agree agreed ahead all allow almost alone along already also although always \
    am among an and angry another answer answered any anybody anyone anything apologised \
    approved are around arrange arrived arrives as ask asked asking asks at avoid away back be \
    became because become been before began begin being below beside besides best better \
    between beyond big bigger block book both bring brought build built but buy by call called \
    calls calm came can careful carried carry change changed changes check checked choose chose \
    clarified clear close come comes coming compared confirmed could counted curious cut dare \
    day days deal decide decided decides decision decline delegate did difference direction do \
    does don done doubt down draft draw drop drops during each earlier early easy eight \
    eighteen either eleven else end ended ends enjoyed enough even every everybody everyone \
    everything evidence exactly except expect expectations expected experiment explain fear \
    feel feels felt few fewer fifteen fifty fight find finds fine finish finished first five \
    follow for forget formal forty found four fourteen fourth from full further gave get gets \
    getting give given gives giving glad go goes going good got grow had half hand handed hands \
    happy hard hardest has have having he hear heard held help helped her here hers herself him \
    himself his hold holding holds hours how however hypothesis idea if imagine in instead \
    interrupt interrupted into is it its itself join just keep keeping keeps kept knew know \
    known knows last late later laughter lead leading learn learned learning least leave leaves \
    led left less let lets like list listen listened listening little long look looked looking \
    looks lost lots low made make makes making many maybe me mean means meanwhile meet meeting \
    message might mine moment monthly more most mostly move moved moves moving much must my \
    myself name named near nearly need needs neither never new next nine no nobody none noon \
    nor not note noted notes nothing notice noticed now odd of off offer offered offers often \
    old on once one only open opens or other others otherwise our ours out over own pain part \
    past pause people perhaps pick plan planned plans play please possibly practice practise \
    practised prepare prepared promise promised proud push pushed put puts question \
    questionnaire questions quick quiet quietly quite raise ran rather read readiness ready \
    real really rehearsed relief remember reply rest rests result review right run running runs \
    said same sat saw say saying says second see seeing seems seen send sends sent sessions set \
    seven several shall share shared sharpened she short should show showed shows silence \
    silent similar simply since sit site six sixteen sleep slept slow slowly small smaller so \
    some somebody someone something sometimes soon sorry speak speaking speaks spend spent \
    spoke stand start started starting starts stay stayed stays steadier step still stop \
    stopped stops strong strongest such supervision supervisor surprised suspects swallowed \
    take taken takes taking talk talked talking team tell telling tells temptation ten thank \
    thanks that the their theirs them then there therefore these they thing things think \
    thinking third thirteen thirty this those though thought three through thus time times \
    tired to today together told tomorrow tonight too took toward towards tried trust try \
    trying turn turned turns twelve twenty twice two under understand understood unless until \
    up upon us use used usual very wait waited walk walked want wanted wants warm was watch \
    watched way we week weekly weeks well went were what whatever when whenever where whether \
    which while who whole whom whose why wish wished with withdrew within without wonder \
    wondered word words work worked working works worried worry worth would write writes \
    writing written wrote year years yes yesterday yet you your yours yourself";

const SPANISH: &str = "a abrir acaba acepta aceptar acordado acordamos acuerdo ademas ahi ahora \
    al algo alguien alguna algunas alguno algunos alla alli ambas ambos ante antes apenas \
    aprender aquel aquella aquello aqui asi aun aunque ayer bajo basta bastante bien buen buena \
    bueno busca buscar cada calla callar cambia cambiar cambio casi catorce cero cerro choque \
    cierra cierto cinco como comunicacion con confiar conmigo consigo contar conteste contra \
    convencer conversacion creo cual cuales cualquier cualquiera cuando cuanto cuatro cuenta \
    cuidado da dar de debajo debe debo decide decidi decidimos decidio decidir decir deja dejar \
    dejo del delegar demasiado dentro depende desde despacio despues detras di dia dias dice \
    dicen dices diez dije dijo doce donde dormir dos duerme durante durmio el ella ellas ellos \
    empece empezar empezo empieza en encima encontrar enfado entonces entre enviar era eran es \
    esa esas escribe escribio escribir escucha escuchar escuche ese eso esos espero esta estaba \
    estamos estan estar estas este esto estos estoy estuve estuvieron estuvo evita explicar \
    firmar fue fueron fui ganar gracias gran grande ha habia habla hablamos hablar hable hablo \
    habra hace hacen hacer hacia haciendo hago han hasta hay haya he hecho hemos hice hicimos \
    hipotesis hizo hora hoy iba igual incluso intenta intentar ir junto juntos la las le leer \
    les llama llamar llamo llega llegar llego lleva llevar llevo lo los luego mal manana mas me \
    media medio mejor menos mes meses mi mia miedo mientras mio miramos mirar mis mismo mucha \
    muchas mucho muchos muy nada nadie necesita necesito ni ninguna ninguno no nombrar nos \
    nosotras nosotros nota noto nuestra nuestras nuestro nuestros nueva nuevas nueve nuevo \
    nuevos nunca ocho octava ojala ojo once os otra otras otro otros para parece pasa pasado \
    pasar paso pedi pedir pensar peor pero pide pido piensa pienso poco pocos poder podria pone \
    poner pongo por porque practica practicar pregunta preguntar preguntarle pregunte pregunto \
    prepara preparar primera primero probar pronto propone proponer puede pueden puedo pues \
    puse puso que queda quedamos quedar quien quienes quiere quiero quince quiza quizas \
    reconoce reconocer recuerda reducir resulta reunion revisa revisar sabe saber salir se sea \
    seguir segun segunda segundo seis semana semanas sentir ser sera sesion si sido siempre \
    siente siento siete sigo sigue silencio sin sino sobre sola solo somos son sostener soy su \
    suele supervision sus tal tambien tampoco tan tanto tarde temprano tenemos tener tengo \
    tenia tercera tercero termina terminar tiempo tiene tienen toca toda todas todavia todo \
    todos toma tomar trabaja trabajar trabajo tras trata trece treinta tres tu tus tuve tuvo \
    ultima ultimo un una unas uno unos usted va vacaciones vale vamos van varias varios veces \
    veinte ven veo ver vez vi viene vio volver volvio voy vuelve y ya yo";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_written_as_words_are_folded() {
        for list in [CALENDAR, WEEKDAYS, ORGANISATIONS, ENGLISH, SPANISH] {
            for word in list.split_whitespace() {
                assert_eq!(super::super::tokens::fold(word), word);
            }
        }
    }

    #[test]
    fn a_weekday_names_nobody_but_domingo_may() {
        assert!(is_a_weekday("monday") && is_a_weekday("fridays"));
        assert!(!is_a_weekday("domingo") && !is_a_weekday("mond"));
    }

    #[test]
    fn may_and_march_are_not_only_months() {
        assert!(is_in_the_calendar("marzo") && is_in_the_calendar("june"));
        assert!(!is_in_the_calendar("may") && !is_in_the_calendar("march"));
        assert!(begins_sentences("manana") && !begins_sentences("nadia"));
    }
}
