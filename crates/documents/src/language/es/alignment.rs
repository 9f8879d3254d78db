//! Beliefs and clashes, in Spanish.

use coaching::words::ClashEnd;

use crate::language::alignment::AlignmentWords;

pub(super) static ALIGNMENT: AlignmentWords = AlignmentWords {
    clashes: "Dónde hay tensión",
    beliefs: "Lo que parecen creer",
    about_goal: "Sobre el objetivo",
    wants: "quiere",
    fears: "teme",
    shared_objective: "Lo que ambas partes quieren",
    not_negotiable: "No es negociable",
    evidence: "Pruebas que llevar",
    tried: "Se prueba desde el {date}",
    tried_once: "Se probó",
    judge_on: "Se valora en conjunto el {date}",
    judged: "Se valoró el {date}",
    came_of: "Qué resultó",
    outcome: "Cómo terminó",
    end: |end| match end {
        ClashEnd::CommonGround => "un terreno común",
        ClashEnd::AgreedDifference => "una diferencia acordada",
        ClashEnd::ChangedGoal => "un objetivo cambiado",
        ClashEnd::EndedEngagement => "el final del proceso",
    },
};
