//! Contacts.

use intake::{Contact, contacts};

use crate::file;

fn one(name: &str) -> Contact {
    let found = contacts(&file(name)).unwrap();
    assert_eq!((found.people.len(), found.left_out), (1, 0), "{name}");
    found.people.into_iter().next().unwrap()
}

#[test]
fn cards_of_many_programs_are_read() {
    let rudi = one("outlook-2.1.vcf");
    assert_eq!(
        (rudi.name.as_str(), rudi.title.as_str()),
        ("Rudi Wimmel", "Compliance Officer")
    );
    assert_eq!(
        (rudi.organisation.as_str(), rudi.phone.as_str()),
        ("Wurstdarm KG", "0987 /6543")
    );
    let max = one("titles-2.1.vcf");
    assert_eq!(max.name, "Herr Max Anderer Mustermann sen.");
    assert_eq!(max.email, "max.mustermann@musterfirma.de");
    let emma = one("thunderbird-3.0.vcf");
    assert_eq!(
        (emma.name.as_str(), emma.email.as_str()),
        ("Emma Musterfrau", "emma.musterfrau@googlemail.com")
    );
    assert_eq!(emma.uid, "34954de49734287e");
    assert_eq!(one("greek-2.1.vcf").name, "Βαγγέλης");
    assert_eq!(one("quoted-2.1.vcf").organisation, "Firma");
    let two = contacts(&file("apple-3.0.vcf")).unwrap().people;
    assert_eq!((two.len(), two[0].email.as_str()), (2, "email1@wumms.de"));
}

#[test]
fn a_picture_is_left_behind() {
    let card = one("nextcloud-4.0.vcf");
    assert_eq!(card.name, "yyy");
    assert!(format!("{card:?}").len() < 400);
}

#[test]
fn a_picture_of_ten_megabytes_costs_no_name() {
    let picture = "QUJD".repeat(2_600_000);
    let card = format!("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=b:{picture}\nEND:VCARD\n");
    assert_eq!(contacts(card.as_bytes()).unwrap().people[0].name, "Ada");
}

#[test]
fn a_name_is_built_of_its_parts_and_a_group_is_nobody() {
    let cards = "BEGIN:VCARD\nVERSION:3.0\nN:Pike;Rosalind;Jane;Dr;\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:The team\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nFN:\nEMAIL:nobody@example.org\nEND:VCARD\n";
    let found = contacts(cards.as_bytes()).unwrap();
    assert_eq!(found.people.len(), 1);
    assert_eq!(found.people[0].name, "Dr Rosalind Jane Pike");
    assert_eq!(found.left_out, 2);
}
