//! The abbreviations that a plan uses, each with what it means: those of the glossary that stand in its text,
//! also as the letters of a code (`HTS` of HTS7).

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::AppendixView;
use super::PartView;
use crate::model::Abbreviation;
use crate::model::plan::Plan;

/// "AI: Trí tuệ nhân tạo; …" of what the parts and appendices use, and the lines of the estimate, in the order of
/// the glossary; nothing where they use none.
pub(super) fn text(plan: &Plan, parts: &[PartView], appendices: &[AppendixView]) -> String {
    let mut words = BTreeSet::new();
    collect(&parts, &mut words);
    // The budget may have very many rows, and its words are those of its lines.
    for appendix in appendices.iter().filter(|it| it.id != "phu-luc-ii") {
        collect(appendix, &mut words);
    }
    for line in &plan.recipients {
        words_of(line, &mut words);
    }
    for line in &plan.budget.lines {
        words_of(&line.description, &mut words);
    }
    let used = plan.glossary.iter();
    let used = used.filter(|entry| !entry.is_common && is_used(entry, &words));
    let used = used.map(|entry| format!("{}: {}", entry.short, entry.meaning));
    used.collect::<Vec<_>>().join("; ")
}

/// Whether one of the forms of an abbreviation ("KPI (KPIs)") is among the words.
fn is_used(entry: &Abbreviation, words: &BTreeSet<String>) -> bool {
    let mut forms = entry.short.split([' ', '(', ')']);
    forms.any(|form| !form.is_empty() && words.contains(form))
}

fn collect(view: &impl Serialize, words: &mut BTreeSet<String>) {
    if let Ok(value) = serde_json::to_value(view) {
        walk(&value, words);
    }
}

fn walk(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => words_of(text, words),
        Value::Array(items) => items.iter().for_each(|item| walk(item, words)),
        Value::Object(entries) => entries.values().for_each(|item| walk(item, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The words of a text that may be abbreviations: with a capital, as a whole and as the letters of a code, also
/// joined by a dash (`V-APEX`).
fn words_of(text: &str, words: &mut BTreeSet<String>) {
    let joined = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    for joined in joined.filter(|word| word.contains(char::is_uppercase)) {
        let parts = joined.split('-').chain([joined]);
        for part in parts {
            let letters = part.trim_end_matches(|letter: char| letter.is_ascii_digit());
            for word in [part, letters] {
                if !word.is_empty() && !words.contains(word) {
                    words.insert(word.to_owned());
                }
            }
        }
    }
}
