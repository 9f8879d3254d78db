//! The professional will, in Spanish.

use crate::language::will::WillWords;

pub(super) static WILL: WillWords = WillWords {
    eyebrow: "Testamento profesional",
    title: "Si no puedo ocuparme de mi práctica",
    frame: "Para quien toma el relevo. En esta hoja no figura ninguna clave.",
    reviewed: "Última revisión",
    who: "Quién toma el relevo",
    successor: "Toma el relevo",
    reach: "Contacto",
    stand_in: "En su defecto",
    tasks: "Qué hay que hacer",
    places: "Dónde están las cosas",
    vault: "La caja fuerte y sus copias",
    sealed: "Lo que la abre",
    tell: "A quién avisar",
    getting_in: "Cómo entrar",
    steps: &[
        "Abra Three Chairs en el portátil indicado arriba, o instálelo en otro. No necesita cuenta ni \
         red.",
        "Abra la carpeta de la caja fuerte. Si el portátil se ha perdido o no funciona, restaure la \
         última copia desde la primera página.",
        "Abra lo que está sellado y escriba la contraseña o la clave de recuperación que contiene. \
         Vuelva a sellarlo después, o llévelo consigo.",
        "En Engagements figura a quién se acompaña y cuál es su próxima sesión. En People, cómo \
         contactar con cada persona.",
        "La página Practice dice qué se guarda y hasta cuándo. Lo que vence se destruye allí, y queda \
         un certificado.",
    ],
    in_confidence: "En confianza",
    confidence: &[
        "Lo que contiene la caja fuerte se dijo en confianza. Lea lo necesario para avisar a las \
         personas y para terminar o traspasar el trabajo, y nada más. Mis propias notas no son para \
         leer.",
        "Nada de ello llega a una empresa ni a quien patrocina, salvo que el coaching se ha \
         interrumpido y a quién dirigirse. Las personas acompañadas pueden pedir lo que se guarda \
         sobre ellas.",
    ],
    signed: "Firma",
};
