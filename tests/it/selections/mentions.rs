//! What a plan and its guidance speak of is in the plan.
//!
//! Exactly, on all pages of the plan and its guidance and in the cells of its workbook:
//! - a code of the guidance is that of a chosen component, task or target; what the centre and the province supply
//!   is no exception; in Phụ lục IV stands besides what the profile leaves out with a reason;
//! - no line is the name of a component or task that is not chosen, and none has it within, unless the name is a
//!   common noun ([`COMMON`]);
//! - the name of a body stands nowhere unless the body stands in part VIII;
//! - part V tells of every chosen component.
//!
//! The names of targets are not held: a rate may rise without being a target, and what is said to reach its level
//! is held in [`super::figures`].

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use super::draw::Profile;
use super::pages::Pages;
use super::pages::sections;

/// Names that are common nouns, which a sentence may have though nothing is chosen that is called so, with the
/// reason. As a line of its own none of them stands.
const COMMON: [(&str, &str); 14] = [
    (
        "NV-04",
        "what the nation's portal offers, of which a channel or a lesson speaks",
    ),
    (
        "NV-05",
        "a website, of a school or a firm as well as of the commune",
    ),
    ("NV-15", "a way to pay, which targets and duties name"),
    ("ƯDXHS16", "a way to learn, of officials, too"),
    (
        "ƯDXHS17",
        "a service that the equipment HTS21 is for, whoever travels with it",
    ),
    ("KTT22", "likewise"),
    (
        "ĐLHQ9",
        "a question that websites and counters ask, of the province's system, too",
    ),
    (
        "DL14",
        "data of a kind, which an application uses where there are any",
    ),
    ("DL15", "likewise"),
    ("DL17", "likewise"),
    ("DL19", "likewise"),
    ("DL20", "likewise"),
    ("DL26", "likewise"),
    (
        "ƯDCQS10",
        "an application of any level that data can be connected with",
    ),
];

/// The component that is called after a body, by which it leads and helps.
const BODY: &str = "NVXHS2";

/// Where the rows of the form of Phụ lục II stand, some of which are called as tasks and bodies are: no names are
/// held there.
const OF_FORM: [&str; 2] = ["phu-luc-ii.html", "du-toan.xlsx"];

/// A name that may not stand in a plan.
struct Name<'a> {
    /// Whose it is.
    of: &'a str,
    /// That of a body as it is written, in small letters otherwise: "trạm y tế" is a place.
    name: String,
    is_body: bool,
    /// Whether it may stand within a line.
    is_common: bool,
}

impl Name<'_> {
    /// Whether it stands in a text, which comes in small letters, too.
    fn is_in(&self, text: &str, lower: &str) -> bool {
        match self.is_body {
            true => text.contains(&self.name),
            false => lower.contains(&self.name),
        }
    }

    /// Whether a line, which comes in small letters, too, has it, or is it, where it is a common noun.
    fn is_named_by(&self, line: &str, lower: &str) -> bool {
        match self.is_common {
            true => lower == self.name,
            false => self.is_in(line, lower),
        }
    }
}

/// A line without the names of what may stand in it, one of which may have another within.
fn without(line: &str, names: &[&String]) -> String {
    let names = names.iter().filter(|name| line.contains(**name));
    names.fold(line.to_owned(), |rest, name| rest.replace(*name, "…"))
}

/// Where a plan speaks of what is not in it.
pub(crate) fn faults(catalogue: &Catalogue, profile: &Profile, pages: &Pages) -> Vec<String> {
    let mut found = Vec::new();
    let work = || profile.components.iter().chain(&profile.tasks);
    let targets = profile.targets.iter().map(|it| &it.code);
    let codes: BTreeSet<&String> = work().map(|it| &it.code).chain(targets).collect();
    let known: BTreeSet<&String> = catalogue.codes().collect();
    let names = names(catalogue, profile, pages, &codes);
    // What is chosen or left out may be called after something else.
    let all = catalogue.components.iter().chain(&catalogue.tasks);
    let left_out = all.filter(|it| profile.left_out.contains(&it.code));
    let chosen = work().map(|it| &it.name).chain(left_out.map(|it| &it.name));
    let chosen: Vec<&String> = chosen.collect();
    for (page, lines) in pages.lines() {
        let is_left_out = |code: &str| {
            let mut left_out = profile.left_out.iter();
            page == "phu-luc-iv.html" && left_out.any(|left| left == code)
        };
        let text = lines.join("\n");
        for code in words(&text) {
            if known.contains(&code) && !codes.contains(&code) && !is_left_out(&code) {
                let line = lines
                    .iter()
                    .find(|line| words(line).any(|word| word == code));
                found.push(format!("{page}: {code}: {}", line.expect("its line")));
            }
        }
        let is_form = OF_FORM.contains(&page);
        let lower = text.to_lowercase();
        let names = names.iter().filter(|it| !is_left_out(it.of) && !is_form);
        for name in names.filter(|it| it.is_in(&text, &lower)) {
            let named = lines.iter().zip(lower.lines());
            let named = named.filter(|(line, lower)| name.is_named_by(line, lower));
            for (line, _) in named {
                let rest = without(line, &chosen);
                if name.is_named_by(&rest, &rest.to_lowercase()) {
                    found.push(format!("{page}: the name of {}: {line}", name.of));
                }
            }
        }
    }
    let fifth = pages.get("phan-v.html");
    let fifth: BTreeSet<String> = words(fifth).collect();
    let missing = profile
        .components
        .iter()
        .filter(|it| !fifth.contains(&it.code));
    found.extend(missing.map(|it| format!("part V does not tell of {}", it.code)));
    found
}

/// What may not stand in a plan: the components and tasks that are not chosen, the bodies that have no part.
fn names<'a>(
    catalogue: &'a Catalogue,
    profile: &Profile,
    pages: &Pages,
    codes: &BTreeSet<&String>,
) -> Vec<Name<'a>> {
    let work = catalogue.components.iter().chain(&catalogue.tasks);
    let work = work.filter(|it| !codes.contains(&it.code) && it.code != BODY);
    let work = work.map(|it| Name {
        of: &it.code,
        name: it.name.to_lowercase(),
        is_body: false,
        is_common: COMMON.iter().any(|(code, _)| *code == it.code),
    });
    let standing = sections(pages.get("phan-viii.html"), "h2");
    let bodies = catalogue.body_codes(true).into_iter();
    let bodies = bodies.map(|code| (code, catalogue.body(code, &profile.place)));
    let bodies = bodies.filter(|(_, name)| {
        let heading = format!(". {name}");
        !standing.iter().any(|it| it.heading.ends_with(&heading))
    });
    let bodies = bodies.map(|(of, name)| Name {
        of,
        name,
        is_body: true,
        is_common: false,
    });
    work.chain(bodies).collect()
}

/// The words of a line that may be codes: letters, perhaps a hyphen, and a number.
fn words(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let words = words.filter(|word| word.ends_with(|letter: char| letter.is_ascii_digit()));
    words.map(str::to_owned)
}
