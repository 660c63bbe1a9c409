//! Who leads and who helps: what a profile names, or else the guidance, and by the same names wherever the plan
//! says so.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::draw::Chosen;
use super::draw::Profile;
use super::pages::Pages;
use super::pages::sections;

/// Where a plan names other units than its profile, or leaves one out of part VIII.
pub(crate) fn faults(profile: &Profile, pages: &Pages) -> Vec<String> {
    let mut found = Vec::new();
    let mut fourth = sections(pages.get("phan-iv.html"), "h4");
    // Likewise behind the layers of a pillar.
    let is_task = |heading: &str| {
        let mut tasks = profile.tasks.iter();
        tasks.any(|task| heading.contains(&format!(") {}: ", task.code)))
    };
    fourth.retain(|it| !is_task(&it.heading));
    let mut appendix = pages.rows("phu-luc-iv.html", "thanh-phan", 9);
    // Behind the components stand the tasks that pay for something beside them.
    appendix.retain(|row| profile.tasks.iter().all(|task| task.code != row[1]));
    let mut parts = Vec::new();
    let mut unit = String::new();
    for line in units(pages.get("huong-dan.html")) {
        match line {
            Line::Unit(name) => unit = name,
            Line::Work(row) => parts.push((unit.clone(), row)),
        }
    }
    for chosen in &profile.components {
        let code = chosen.code.as_str();
        let title = format!(") {code}: {}", chosen.name);
        let action = fourth.iter().find(|it| it.heading.ends_with(&title));
        let seen = action.map(|it| (it.fact("Đơn vị chủ trì"), it.fact("Đơn vị phối hợp")));
        found.extend(other("part IV", chosen, seen));
        let row = appendix.iter().find(|row| row[1] == code);
        let support = chosen.support.join("; ");
        let seen = row.map(|row| (row[6].as_str(), support.as_str()));
        found.extend(other("Phụ lục IV", chosen, seen));
        let part = parts.iter().find(|(_, row)| row[1] == code);
        let seen = part.map(|(unit, row)| (unit.as_str(), row[3].as_str()));
        found.extend(other("the guidance", chosen, seen));
    }
    for chosen in &profile.tasks {
        let part = parts.iter().find(|(_, row)| row[1] == chosen.code);
        let seen = part.map(|(unit, row)| (unit.as_str(), row[3].as_str()));
        found.extend(other("the guidance", chosen, seen));
    }
    if parts.len() != profile.components.len() + profile.tasks.len() {
        found.push(format!("the guidance has {} entries", parts.len()));
    }
    let first = pages.rows("phu-luc-i.html", "hang-muc", 9);
    let third = pages.rows("phu-luc-iii.html", "nhiem-vu", 9);
    for (at, row) in third.iter().enumerate() {
        let Some(chosen) = profile.tasks.iter().find(|it| it.code == row[1]) else {
            continue;
        };
        found.extend(other("Phụ lục III", chosen, Some((&row[3], &row[4]))));
        // It names the tasks in the same order, without their codes.
        let wanted = match chosen.support.is_empty() {
            true => format!("Chủ trì{}", chosen.lead),
            false => format!(
                "Chủ trì{}Phối hợp{}",
                chosen.lead,
                chosen.support.join("; ")
            ),
        };
        let seen = first.get(at).filter(|other| other[1] == row[2]);
        let seen = seen.map_or("", |row| row[2].as_str());
        if !seen.starts_with(&wanted) {
            found.push(format!(
                "Phụ lục I has {seen:?} for {}, not {wanted:?}",
                row[1]
            ));
        }
    }
    for (place, n_seen, chosen) in [
        ("part IV", fourth.len(), &profile.components),
        ("Phụ lục IV", codes(&appendix), &profile.components),
        ("Phụ lục I", first.len(), &profile.tasks),
        ("Phụ lục III", third.len(), &profile.tasks),
    ] {
        if n_seen != chosen.len() {
            found.push(format!("{place} has {n_seen} of {} entries", chosen.len()));
        }
    }
    found.extend(eighth(profile, pages));
    found
}

/// Where a place names another lead or other helpers than are wanted, or none.
fn other(place: &str, chosen: &Chosen, seen: Option<(&str, &str)>) -> Option<String> {
    let code = &chosen.code;
    let wanted = (chosen.lead.as_str(), chosen.support.join("; "));
    let is_same = seen == Some((wanted.0, &wanted.1));
    (!is_same).then(|| format!("{place} has {seen:?} for {code}, not {wanted:?}"))
}

fn codes(rows: &[Vec<String>]) -> usize {
    rows.iter().filter(|row| !row[1].is_empty()).count()
}

/// A row of the table of the work of each unit.
enum Line {
    Unit(String),
    Work(Vec<String>),
}

fn units(html: &str) -> Vec<Line> {
    let Some((_, table)) = html.split_once("<table class=\"phan-viec") else {
        return Vec::new();
    };
    let body = table.split_once("<tbody>").map_or("", |(_, body)| body);
    let rows = body.split("<tr ").skip(1).map(|row| {
        let row = row.split("</tr>").next().unwrap_or("");
        match row.split_once("<th ") {
            Some((_, unit)) => Line::Unit(super::text_behind(unit)),
            None => Line::Work(row.split("<td ").skip(1).map(super::text_behind).collect()),
        }
    });
    rows.collect()
}

/// Part VIII names each unit once with all that it leads and supports, and whoever has a part stands in it.
fn eighth(profile: &Profile, pages: &Pages) -> Vec<String> {
    let mut wanted: BTreeMap<&str, [BTreeSet<&str>; 2]> = BTreeMap::new();
    for chosen in profile.components.iter().chain(&profile.tasks) {
        wanted.entry(&chosen.lead).or_default()[0].insert(&chosen.code);
        for helper in &chosen.support {
            wanted.entry(helper).or_default()[1].insert(&chosen.code);
        }
    }
    let mut found = Vec::new();
    for section in sections(pages.get("phan-viii.html"), "h2") {
        let name = section
            .heading
            .split_once(". ")
            .map_or("", |(_, name)| name);
        let wanted = wanted.remove(name).unwrap_or_default();
        // What it leads is named, the code in brackets; what it supports is told by code.
        let (leads, supports) = (section.fact("Chủ trì"), section.fact("Phối hợp"));
        let leads = leads.split("; ").filter_map(|work| {
            let (_, code) = work.strip_suffix(')')?.rsplit_once('(')?;
            Some(code)
        });
        let supports = supports.split(", ").filter(|code| !code.is_empty());
        let seen: [BTreeSet<&str>; 2] = [leads.collect(), supports.collect()];
        if seen != wanted {
            found.push(format!("part VIII has {seen:?} for {name}, not {wanted:?}"));
        }
    }
    let left = wanted.into_iter();
    found.extend(left.map(|(name, codes)| format!("part VIII lacks {name} with {codes:?}")));
    found
}
