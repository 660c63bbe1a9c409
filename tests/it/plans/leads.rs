//! Who leads and who helps: the same units wherever a plan names them.

use std::collections::BTreeMap;

use super::SLUGS;
use super::read_page;
use crate::page;

/// What stands behind a word of a text without white space, up to the next of these words.
fn behind<'t>(text: &'t str, word: &str, ends: &[&str]) -> Option<&'t str> {
    let (_, rest) = text.split_once(word)?;
    let end = ends.iter().filter_map(|end| rest.find(end)).min();
    Some(&rest[..end.unwrap_or(rest.len())])
}

#[test]
fn a_task_has_the_same_lead_and_helpers_in_each_appendix() {
    let mut n_tasks = 0;
    for slug in SLUGS {
        let first = page::table(&read_page(slug, "phu-luc-i.html"), "hang-muc");
        let third = page::table(&read_page(slug, "phu-luc-iii.html"), "nhiem-vu");
        let first: Vec<_> = first.iter().filter(|row| row.len() == 9).collect();
        let third: Vec<_> = third.iter().filter(|row| row.len() == 9).collect();
        assert_eq!(first.len(), third.len(), "{slug}");
        for (one, other) in first.iter().zip(&third) {
            let units = page::squeeze(&one[2]);
            let lead = behind(&units, "Chủtrì", &["Phốihợp"]);
            assert_eq!(
                lead,
                Some(&*page::squeeze(&other[3])),
                "{slug}: {}",
                other[1]
            );
            let helpers = behind(&units, "Phốihợp", &[]).unwrap_or_default();
            assert_eq!(helpers, page::squeeze(&other[4]), "{slug}: {}", other[1]);
            n_tasks += 1;
        }
    }
    assert!(n_tasks > 50);
}

/// Beside each task stands what its components cost, and what it costs beside them.
#[test]
fn a_task_costs_what_its_components_do() {
    let mut n_paid = 0;
    for slug in SLUGS {
        let amount = |text: &str| -> i64 {
            let digits = text.replace('.', "");
            digits.parse().unwrap_or_default()
        };
        let fourth = page::table(&read_page(slug, "phu-luc-iv.html"), "thanh-phan");
        let fourth = fourth.iter().filter(|row| row.len() == 9);
        let costs: BTreeMap<&str, i64> = fourth
            .map(|row| (row[1].as_str(), amount(&row[7])))
            .collect();
        let third = page::table(&read_page(slug, "phu-luc-iii.html"), "nhiem-vu");
        for row in third.iter().filter(|row| row.len() == 9) {
            let works = row[6].split(", ").filter(|code| !code.is_empty());
            let paid: i64 = works.map(|code| costs[code]).sum();
            let beside = costs.get(row[1].as_str()).copied().unwrap_or_default();
            assert_eq!(amount(&row[7]), paid + beside, "{slug}: {}", row[1]);
            n_paid += usize::from(paid > 0 && row[6].contains(','));
        }
    }
    assert!(n_paid > 10);
}

#[test]
fn each_unit_is_told_what_it_leads() {
    for slug in SLUGS {
        let duties = page::squeeze(&page::text(&read_page(slug, "phan-viii.html")));
        for (name, table, code, lead) in [
            ("phu-luc-iii.html", "nhiem-vu", 1, 3),
            ("phu-luc-iv.html", "thanh-phan", 1, 6),
        ] {
            let rows = page::table(&read_page(slug, name), table);
            let rows = rows
                .iter()
                .filter(|row| row.len() > 5 && !row[lead].is_empty());
            for row in rows {
                let unit = format!(".{}", page::squeeze(&row[lead]));
                let own = duties.split(&unit).skip(1);
                let mut told = own.filter_map(|own| behind(own, "Chủtrì", &["Phốihợp"]));
                let code = &row[code];
                assert!(
                    told.any(|codes| codes.contains(code.as_str())),
                    "{slug}: {} leads {code}",
                    row[lead]
                );
            }
        }
    }
}
