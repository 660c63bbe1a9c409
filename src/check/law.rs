//! Documents that the commune cites of its own, and the form of its own document.

use std::collections::BTreeMap;

use super::Finding;
use super::Subject;
use super::citing::cited_in;
use super::citing::day;
use super::citing::days_of_numbers;
use super::citing::known;
use super::citing::law;
use super::citing::number;
use super::gaps::has_gap;
use super::own_words::items;
use super::own_words::scalars;
use crate::model::Date;
use crate::model::LegalBasis;
use crate::model::Standing;
use crate::model::fold;
use crate::model::keys;
use crate::model::letters_of_open;
use crate::source::Origin;

/// The commune's own citations with their places.
fn citations(subject: &Subject<'_>) -> Vec<(String, Origin)> {
    items(subject.written, keys::LEGAL)
}

/// A document by kind and number; of a law also its name, which says more.
fn full_name(document: &LegalBasis) -> String {
    match &document.number {
        Some(number) if document.kind == "Luật" => format!("Luật {} số {number}", document.title),
        _ => document.name(),
    }
}

/// A document of the register that the commune names itself, and how it stands on the plan's day.
struct Named<'a> {
    document: &'a LegalBasis,
    standing: Standing,
    at: Origin,
}

/// The documents that the commune names, wherever it writes: part I is not the only one that cites.
fn named<'a>(subject: &Subject<'a>) -> Vec<Named<'a>> {
    let known = known(subject);
    let day = subject.profile.day_of_law();
    let mut found = Vec::new();
    for (text, value) in scalars(subject.written) {
        let at = value.origin();
        found.extend(cited_in(text, &known).into_iter().map(|document| Named {
            document,
            standing: document.standing(day),
            at: at.clone(),
        }));
    }
    found
}

/// No document is cited that has ended by the plan's day or is a draft.
pub(super) fn superseded_law(subject: &Subject<'_>) -> Vec<Finding> {
    let own = subject.value(&[keys::LEGAL]);
    let day = subject.profile.day_of_law();
    let found = named(subject).into_iter().filter_map(|named| {
        let what = match named.standing {
            Standing::Ended(ended) => format!("đã hết hiệu lực từ ngày {ended}"),
            Standing::Replaced => "đã được thay thế".to_owned(),
            Standing::Draft => "là dự thảo".to_owned(),
            _ => return None,
        };
        let by = subject.catalogue.successor(named.document, day);
        let is_there = by.is_some_and(|by| by.is_of("I"));
        let hint = match by.map(full_name) {
            None => "bỏ văn bản này, hoặc viện dẫn văn bản đang có hiệu lực".to_owned(),
            Some(by) if is_there && named.at.is_within(&own) => {
                format!("xóa dòng này; kế hoạch đã viện dẫn {by} từ danh mục văn bản")
            }
            Some(by) => format!("viện dẫn {by}"),
        };
        let message = format!("{} {what}", full_name(named.document));
        Some(Finding::new(&named.at, message, hint))
    });
    found.collect()
}

/// No document is cited that was issued after the plan's day, or is not in force on it.
pub(super) fn law_to_come(subject: &Subject<'_>) -> Vec<Finding> {
    let day = subject.profile.day_of_law();
    let found = named(subject).into_iter().filter_map(|named| {
        let what = match named.standing {
            Standing::NotIssued(issued) => format!("ban hành ngày {issued}"),
            Standing::NotYet(from) => format!("có hiệu lực từ ngày {from}"),
            _ => return None,
        };
        let message = format!(
            "{} {what}, sau ngày của kế hoạch ({day})",
            full_name(named.document)
        );
        let hint = match subject.catalogue.standing_for(&named.document.code, day) {
            Some(before) => format!(
                "viện dẫn {}, hoặc sửa `ngay` của kế hoạch",
                full_name(before)
            ),
            None => "bỏ văn bản này, hoặc sửa `ngay` của kế hoạch".to_owned(),
        };
        Some(Finding::new(&named.at, message, hint))
    });
    found.chain(own_to_come(subject, day)).collect()
}

/// The documents of no register that are cited with a day later than the plan's.
fn own_to_come(subject: &Subject<'_>, day_of_plan: Date) -> Vec<Finding> {
    let known = known(subject);
    let own = subject.value(&[keys::LEGAL]);
    let mut found = Vec::new();
    for (text, value) in scalars(subject.written) {
        let at = value.origin();
        let mut days = days_of_numbers(text);
        if subject.written.get(keys::LEGAL).is_some() && at.is_within(&own) {
            days.extend(day(text).filter(|day| !days.contains(day)));
        }
        days.retain(|day| *day > day_of_plan);
        if days.is_empty() {
            continue;
        }
        let said = cited_in(text, &known);
        let is_said = |day: &Date| said.iter().any(|document| document.date == Some(*day));
        for day in days.iter().filter(|day| !is_said(day)) {
            let message =
                format!("viện dẫn văn bản ngày {day}, sau ngày của kế hoạch ({day_of_plan})");
            let hint = "xem lại ngày của văn bản; văn bản chưa ban hành thì bỏ, hoặc sửa `ngay` của kế hoạch";
            found.push(Finding::new(&at, message, hint));
        }
    }
    found
}

/// What the plan cites holds until the plan ends.
pub(super) fn law_ending(subject: &Subject<'_>) -> Vec<Finding> {
    let span = subject.profile.span_of_law();
    let at = subject.value(&[keys::PLAN, keys::DATE]);
    let documents = subject.catalogue.legal.iter();
    let by_itself = documents
        .filter(|document| !document.parts.is_empty() && document.can_be_cited(span.start))
        .map(|document| (document, at.clone()));
    let own = named(subject).into_iter();
    let own = own.filter(|named| named.standing == Standing::InForce);
    let own = own.map(|named| (named.document, named.at));
    let found = by_itself.chain(own).filter_map(|(document, at)| {
        let ended = document.until.filter(|ended| span.holds(*ended))?;
        let message = format!(
            "{} hết hiệu lực từ ngày {ended}, trong thời gian của kế hoạch",
            full_name(document)
        );
        let by = document.replaced_by.as_ref();
        let by = by.and_then(|code| subject.catalogue.document(code));
        let hint = match by {
            Some(by) => format!(
                "từ ngày đó thực hiện theo {}; cần rà soát, điều chỉnh kế hoạch",
                full_name(by)
            ),
            None => "từ ngày đó cần rà soát, điều chỉnh kế hoạch".to_owned(),
        };
        Some(Finding::new(&at, message, hint))
    });
    found.collect()
}

/// What the commune cites is known to exist as cited, and to hold.
pub(super) fn law_unconfirmed(subject: &Subject<'_>) -> Vec<Finding> {
    let found = named(subject).into_iter().filter_map(|named| {
        let what = match named.standing {
            Standing::Unknown => "chưa rõ còn hiệu lực hay không",
            Standing::InForce if !named.document.is_confirmed => {
                "chưa được đối chiếu với văn bản công bố"
            }
            _ => return None,
        };
        let message = format!("{} {what}", full_name(named.document));
        let hint = "tra cứu số, ngày, cơ quan ban hành và hiệu lực của văn bản trước khi trình ký; không tìm thấy thì bỏ";
        Some(Finding::new(&named.at, message, hint))
    });
    found.collect()
}

/// Part I cites each document once: what the register cites already, the commune need not.
pub(super) fn cited_twice(subject: &Subject<'_>) -> Vec<Finding> {
    let known = known(subject);
    let day_of_plan = subject.profile.day_of_law();
    let mut found = Vec::new();
    let mut days: BTreeMap<String, Vec<Option<Date>>> = BTreeMap::new();
    for (text, at) in citations(subject) {
        let cited = cited_in(&text, &known);
        let mut of_part = cited.iter().copied();
        let in_register =
            of_part.find(|document| document.is_of("I") && document.can_be_cited(day_of_plan));
        let codes = cited.iter().map(|document| document.code.clone());
        let names = number(&text).into_iter().chain(law(&text)).chain(codes);
        let own_day = day(&text);
        // Numbers begin anew each year and with each body: another day is another document.
        let same = |other: &Option<Date>| *other == own_day || other.is_none() || own_day.is_none();
        let mut is_again = false;
        for name in names {
            let earlier = days.entry(name).or_default();
            is_again |= earlier.iter().any(same);
            earlier.push(own_day);
        }
        if let Some(document) = in_register {
            found.push(Finding::new(
                &at,
                format!(
                    "{} đã được kế hoạch viện dẫn từ danh mục văn bản",
                    full_name(document)
                ),
                "xóa dòng này khỏi `can_cu`",
            ));
        } else if is_again {
            found.push(Finding::new(
                &at,
                "văn bản này đã được viện dẫn ở trên, có thể viết khác đi",
                "giữ một cách viết: loại, số, ngày, cơ quan ban hành, trích yếu",
            ));
        }
    }
    found
}

/// The number of a plan is "12/KH-UBND", of a Ban Chỉ đạo's "12/KH-BCĐ", of a decision "12/QĐ-UBND" (Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục II.3).
pub(super) fn number_of_plan(subject: &Subject<'_>) -> Vec<Finding> {
    let issue = subject.profile.issue;
    let value = subject.written.get(keys::PLAN);
    let decision = value.and_then(|value| value.get(keys::DECISION));
    let value = decision.or(value).and_then(|value| value.get(keys::NUMBER));
    let letters = match decision {
        Some(_) => "QĐ-UBND",
        None => issue.issuer.letters(),
    };
    // As it stands there, whatever else is wrong with the plan's head.
    let Some((written, value)) = value.and_then(|value| scalars(value).pop()) else {
        return Vec::new();
    };
    let written = written.trim();
    let parts = written.split_once('/');
    let digits = parts.is_some_and(|(digits, sign)| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && sign == letters
    });
    let is_open = issue.is_draft && letters_of_open(written) == Some(letters);
    // A gap still to be filled in, as a form has it, is the finding of another rule.
    if digits || is_open || has_gap(written) {
        return Vec::new();
    }
    vec![Finding::new(
        &value.origin(),
        match decision {
            Some(_) => format!("số quyết định đang là `{written}`"),
            None => format!("số kế hoạch đang là `{written}`"),
        },
        match written.starts_with('/') {
            true => format!(
                "chưa có số thì ghi `{}: true` trong `{}` và bỏ `{}`; có số rồi thì viết như 12/{letters}",
                keys::DRAFT,
                keys::PLAN,
                keys::NUMBER
            ),
            false => format!("viết như 12/{letters}"),
        },
    )]
}

/// Whether a recipient is the copy that is kept, behind whatever mark of a list.
fn is_copy_for_file(recipient: &str) -> bool {
    let text = recipient.trim_start_matches(|letter: char| !letter.is_alphabetic());
    fold(text).starts_with("luu")
}

/// One copy is kept: "Lưu: VT" (Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục II.9).
pub(super) fn no_copy_for_file(subject: &Subject<'_>) -> Vec<Finding> {
    let recipients = items(subject.written, keys::RECIPIENTS);
    // Those of a plan that a decision issues are the decision's.
    let by_decision = subject.profile.issue.by_decision;
    let mut recipients = recipients.iter();
    if by_decision || recipients.any(|(text, _)| is_copy_for_file(text)) {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::RECIPIENTS),
        "nơi nhận chưa có dòng lưu văn bản",
        "thêm dòng cuối: \"Lưu: VT\" và tên viết tắt của đơn vị soạn thảo",
    )]
}
