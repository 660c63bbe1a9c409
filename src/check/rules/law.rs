//! Documents that the commune cites of its own, and the form of its own document.

use std::collections::BTreeMap;

use super::Finding;
use super::Subject;
use super::gaps::has_gap;
use super::text::items;
use super::text::scalars;
use crate::model::LegalBasis;
use crate::model::Standing;
use crate::model::fold;
use crate::model::keys;
use crate::model::letters_of_open;
use crate::source::Origin;

/// The commune's own citations with their places.
fn citations(subject: &Subject<'_>) -> Vec<(String, Origin)> {
    items(subject.node, keys::LEGAL)
}

/// A text without marks, in which the parts of a number are parted by slashes alone, however they
/// are written: `57/NQ-TW`, `73–2019/NĐ-CP`.
fn slashed(text: &str) -> String {
    fold(text).replace(['-', '–', '—', '\u{2010}', '\u{2011}'], "/")
}

/// The same without spaces around the slashes: `73 /2019/NĐ - CP`.
fn compact(text: &str) -> String {
    slashed(text).replace(" /", "/").replace("/ ", "/")
}

/// Whether a text has a number or name as words of its own, and not as part of a longer one.
fn has(text: &str, wanted: &str) -> bool {
    // Most texts of a profile are days and figures, and no search is made ready for them.
    if text.len() < wanted.len() {
        return false;
    }
    text.match_indices(wanted).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + wanted.len()..].chars();
        let after = (after.next(), after.next());
        let goes_on = match after {
            (Some('/'), Some(letter)) => letter.is_alphanumeric(),
            (Some(letter), _) => letter.is_alphanumeric(),
            (None, _) => false,
        };
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '/') && !goes_on
    })
}

/// The kinds of documents without marks, and how people shorten them.
const SHORT_KINDS: [(&str, &str); 5] = [
    ("nghi dinh", "nd"),
    ("nghi quyet", "nq"),
    ("quyet dinh", "qd"),
    ("thong tu", "tt"),
    ("chi thi", "ct"),
];

/// The ways in which people name a document that has a year in its number but for the whole number:
/// `Nghị định 73/2019`, `NĐ số 73-2019`, `Luật An ninh mạng năm 2018`.
fn other_names(document: &LegalBasis, number: &str) -> Vec<String> {
    let mut parts = number.split('/');
    let (Some(first), Some(year)) = (parts.next(), parts.next()) else {
        return Vec::new();
    };
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let kind = fold(&document.kind);
    let short = SHORT_KINDS.iter().find(|(long, _)| *long == kind);
    let kinds = [Some(kind.as_str()), short.map(|(_, short)| *short)];
    let mut names = Vec::new();
    for kind in kinds.into_iter().flatten() {
        names.push(format!("{kind} {first}/{year}"));
        names.push(format!("{kind} so {first}/{year}"));
    }
    if kind == "luat" {
        let title = slashed(&document.title);
        names.push(format!("luat {title} {year}"));
        names.push(format!("luat {title} nam {year}"));
    }
    names
}

/// A document of the register with the ways in which people name it.
struct Known<'a> {
    document: &'a LegalBasis,
    /// Its number and its other names, as [`compact`] has them.
    names: Vec<String>,
}

/// The documents of the register that can be named.
fn known<'a>(subject: &Subject<'a>) -> Vec<Known<'a>> {
    let documents = subject.catalogue.legal.iter();
    let known = documents.filter_map(|document| {
        let number = compact(document.number.as_deref()?);
        let mut names = other_names(document, &number);
        names.push(number);
        Some(Known { document, names })
    });
    known.collect()
}

/// The documents that a text names: by number, or as people do who leave a part of it away.
fn cited_in<'a>(text: &str, known: &[Known<'a>]) -> Vec<&'a LegalBasis> {
    // Every name has a number or a year, and most texts have neither.
    if !text.contains(|letter: char| letter.is_numeric()) {
        return Vec::new();
    }
    // A dash may also part the number from what follows.
    let texts = [slashed(text), compact(text)];
    let is_cited = |known: &&Known<'_>| {
        let mut names = known.names.iter();
        names.any(|name| texts.iter().any(|text| has(text, name)))
    };
    let cited = known.iter().filter(is_cited);
    cited.map(|known| known.document).collect()
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
    for (text, node) in scalars(subject.node) {
        let at = node.origin();
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
    found.collect()
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
    let mut days: BTreeMap<String, Vec<Option<Vec<u32>>>> = BTreeMap::new();
    for (text, at) in citations(subject) {
        let mut cited = cited_in(&text, &known).into_iter();
        let in_register =
            cited.find(|document| document.is_of("I") && document.can_be_cited(day_of_plan));
        // Numbers begin anew each year and with each body: another day is another document.
        let is_again = number(&text).is_some_and(|number| {
            let (day, earlier) = (day(&text), days.entry(number).or_default());
            let same = |other: &Option<Vec<u32>>| *other == day || other.is_none() || day.is_none();
            let is_again = earlier.iter().any(same);
            earlier.push(day);
            is_again
        });
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

/// The number of a document in a citation, with the letters of its kind behind a slash.
fn number(text: &str) -> Option<String> {
    let text = compact(text);
    let mut words = text.split([' ', ',', ';', '(', ')']);
    let number = words.find(|word| {
        let (digits, sign) = word.split_once('/').unwrap_or_default();
        digits.starts_with(|letter: char| letter.is_ascii_digit())
            && sign.contains(char::is_alphabetic)
    });
    number.map(str::to_owned)
}

/// The day of a document in a citation, `12/2/2026` or `ngày 12 tháng 2 năm 2026`: its three numbers.
pub(super) fn day(text: &str) -> Option<Vec<u32>> {
    let folded = fold(text);
    let folded = folded.replace(" thang ", "/").replace(" nam ", "/");
    let mut words = folded.split([' ', ',', ';', '(', ')']);
    words.find_map(|word| {
        let parts: Result<Vec<u32>, _> = word.split('/').map(str::parse).collect();
        parts.ok().filter(|parts| parts.len() == 3)
    })
}

/// The number of a plan is "12/KH-UBND", of a Ban Chỉ đạo's "12/KH-BCĐ", of a decision "12/QĐ-UBND" (Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục II.3).
pub(super) fn number_of_plan(subject: &Subject<'_>) -> Vec<Finding> {
    let issue = subject.profile.issue;
    let node = subject.node.get(keys::PLAN);
    let decision = node.and_then(|node| node.get(keys::DECISION));
    let node = decision.or(node).and_then(|node| node.get(keys::NUMBER));
    let letters = match decision {
        Some(_) => "QĐ-UBND",
        None => issue.issuer.letters(),
    };
    // As it stands there, whatever else is wrong with the plan's head.
    let Some((written, node)) = node.and_then(|node| scalars(node).pop()) else {
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
        &node.origin(),
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
    let recipients = items(subject.node, keys::RECIPIENTS);
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
