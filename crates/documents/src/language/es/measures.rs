//! What was measured, in Spanish.

use crate::language::measures::MeasureWords;

pub(super) static MEASURES: MeasureWords = MeasureWords {
    heading: "En cifras",
    goal: "Objetivo",
    scored: "Alcanzado, de −2 a +2",
    rated: "Valoración propia, de 0 a 10",
    combined: "Cambio visto por otros, de −3 a +3",
    by_one: "{mean}, por una persona, {date}",
    by_raters: "{mean}, por {n} personas en conjunto, {date}",
    attainment: "Sobre todos los objetivos valorados: T {t}, donde 50 es lo esperado (objetivos valorados: {n}).",
};
