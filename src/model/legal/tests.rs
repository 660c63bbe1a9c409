//! How documents stand on a day, and how a paper names them.

use super::LegalBasis;
use super::LegalState;
use super::Standing;
use crate::model::Catalogue;
use crate::model::Date;

fn day(day: u8, month: u8, year: i32) -> Date {
    Date::new(year, month, day).expect("a day")
}

fn document(code: &str, issued: Date, from: Date) -> LegalBasis {
    LegalBasis {
        code: code.to_owned(),
        kind: "Nghị định".to_owned(),
        number: Some("1/2026/NĐ-CP".to_owned()),
        date: Some(issued),
        issuer: Some("Chính phủ".to_owned()),
        title: "về công tác văn thư".to_owned(),
        from: Some(from),
        until: None,
        state: None,
        replaced_by: None,
        amended_by: Vec::new(),
        is_confirmed: true,
        parts: vec!["I".to_owned()],
        note: None,
    }
}

fn register() -> Catalogue {
    let mut old = document("old", day(1, 2, 2020), day(1, 3, 2020));
    old.replaced_by = Some("new".to_owned());
    let new = document("new", day(24, 6, 2026), day(1, 7, 2026));
    let mut catalogue = Catalogue {
        legal: vec![old, new],
        ..Catalogue::default()
    };
    catalogue.date_documents();
    catalogue
}

#[test]
fn a_document_stands_differently_day_by_day() {
    let catalogue = register();
    let (old, new) = (&catalogue.legal[0], &catalogue.legal[1]);
    assert_eq!(old.until, new.from);
    for (on, of_old, of_new) in [
        (
            day(31, 1, 2020),
            Standing::NotIssued(day(1, 2, 2020)),
            Standing::NotIssued(day(24, 6, 2026)),
        ),
        (
            day(1, 2, 2020),
            Standing::NotYet(day(1, 3, 2020)),
            Standing::NotIssued(day(24, 6, 2026)),
        ),
        (
            day(30, 6, 2026),
            Standing::InForce,
            Standing::NotYet(day(1, 7, 2026)),
        ),
        (
            day(1, 7, 2026),
            Standing::Ended(day(1, 7, 2026)),
            Standing::InForce,
        ),
    ] {
        assert_eq!(old.standing(on), of_old, "{on}");
        assert_eq!(new.standing(on), of_new, "{on}");
    }
}

#[test]
fn a_text_that_means_one_document_names_the_one_that_holds() {
    let mut catalogue = register();
    let code = |catalogue: &Catalogue, code: &str, on: Date| {
        let found = catalogue.standing_for(code, on);
        found.map(|document| document.code.clone())
    };
    for meant in ["old", "new"] {
        assert_eq!(
            code(&catalogue, meant, day(30, 6, 2026)).as_deref(),
            Some("old")
        );
        assert_eq!(
            code(&catalogue, meant, day(1, 7, 2026)).as_deref(),
            Some("new")
        );
        assert_eq!(code(&catalogue, meant, day(1, 1, 2020)), None);
    }
    catalogue.legal[1].is_confirmed = false;
    assert_eq!(code(&catalogue, "new", day(1, 7, 2026)), None);
    catalogue.legal[1].is_confirmed = true;
    catalogue.legal[1].state = Some(LegalState::Unknown);
    assert_eq!(code(&catalogue, "new", day(1, 7, 2026)), None);
}

#[test]
fn laws_are_named_without_number_and_issuer() {
    let mut document = document("a", day(5, 3, 2020), day(5, 3, 2020));
    assert_eq!(
        document.citation(),
        "Nghị định số 1/2026/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    );
    assert_eq!(document.mention(), "Nghị định số 1/2026/NĐ-CP");
    document.kind = "Luật".to_owned();
    document.title = "Dữ liệu".to_owned();
    assert_eq!(document.citation(), "Luật Dữ liệu ngày 05 tháng 3 năm 2020");
    assert_eq!(document.mention(), "Luật Dữ liệu");
}
