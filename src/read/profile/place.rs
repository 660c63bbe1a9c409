//! What a commune and its province are called: names of places without a kind too many or too few, and
//! the province one of those that there are (Nghị quyết số 202/2025/QH15).

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::diagnostic::nearest;
use crate::load::Node;
use crate::model::CommuneKind;
use crate::model::Date;
use crate::model::Known;
use crate::model::KnownProvince;
use crate::model::Province;
use crate::model::ProvinceKind;
use crate::model::is_same_name;
use crate::model::keys;
use crate::model::sort_key;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::letters;

/// How many letters of an invented name may be those of a known one, so that it is asked about.
const NEAR: usize = 1;

/// No name of a province has more words.
const LONGEST_NAME: usize = 4;

impl Reader<'_> {
    /// The commune's name, without the kind that is printed before it.
    pub(super) fn commune_name(&mut self, fields: &mut Fields<'_>) -> Result<String, Reported> {
        let node = fields.require(keys::NAME, self.diagnostics)?;
        let written = fields::text(node, self.diagnostics)?;
        let Some(name) = CommuneKind::strip(written) else {
            return Ok(written.to_owned());
        };
        let kind = written[..written.len() - name.len()].trim_end();
        let message = format!("tên riêng ghi cả chữ “{kind}”, khi in sẽ thừa chữ này");
        let hint = format!("chỉ ghi tên riêng: `{}: {name}`", keys::NAME);
        let finding = Diagnostic::new(Code::PLACE_NAME, node.origin(), message);
        self.diagnostics.report(finding.hint(hint));
        Ok(name.to_owned())
    }

    /// The province of a plan of this day, judged as of today where the day is not known. The name of an
    /// illustrative one may be invented.
    pub(super) fn province(
        &mut self,
        fields: &mut Fields<'_>,
        date: Option<Date>,
        illustrative: bool,
    ) -> Result<Province, Reported> {
        let node = fields.require(keys::PROVINCE, self.diagnostics)?;
        let written = fields::text(node, self.diagnostics)?;
        // Quotes of Word were told of as such.
        let bare = written.trim_matches(['“', '”', '„', '‘', '’']);
        let (kind, name) = Province::split(bare);
        let known = &self.catalogue.provinces;
        let found = KnownProvince::find(known, &name);
        // What it is called is asked for where its letters are lost, which was told of.
        if found.is_none() && letters::first_lost(written).is_some() {
            return Ok(Province {
                kind: kind.unwrap_or(ProvinceKind::Province),
                name,
            });
        }
        let merged = Date::new(2025, 7, 1);
        let before_merging = date.is_some() && date < merged;
        let of_kind = |kind: ProvinceKind, name: &str| Province {
            kind,
            name: name.to_owned(),
        };
        match found {
            Some(Known::Former(former, _)) if before_merging => {
                let province = of_kind(ProvinceKind::Province, former);
                Ok(self.with_kind(node, written, kind, province))
            }
            Some(Known::Former(former, today)) => {
                let today = today.province.clone();
                let message = format!("tỉnh {former} nay thuộc {}", today.full_name());
                Ok(self.rename(node, Code::FORMER_PROVINCE, message, today))
            }
            Some(Known::Misspelt(today)) => {
                let today = today.province.clone();
                let message = format!("không có tỉnh, thành phố nào tên `{name}`");
                Ok(self.rename(node, Code::MISSPELT_PROVINCE, message, today))
            }
            Some(Known::Named(today)) => Ok(self.of_day(node, written, (kind, &name), today, date)),
            None if let Some(meant) = self.within_other_words(bare) => {
                let message = format!("`{written}` không phải là tên tỉnh, thành phố");
                Ok(self.rename(node, Code::PLACE_NAME, message, meant))
            }
            None => {
                let province = of_kind(kind.unwrap_or(ProvinceKind::Province), &name);
                if kind.is_some() {
                    self.unknown_province(node, &name, illustrative);
                }
                Ok(self.with_kind(node, written, kind, province))
            }
        }
    }

    /// A known province with the kind that it had on the day of the plan.
    fn of_day(
        &mut self,
        node: &Node,
        written: &str,
        (kind, name): (Option<ProvinceKind>, &str),
        known: &KnownProvince,
        date: Option<Date>,
    ) -> Province {
        let is_own_name = is_same_name(name, &known.province.name);
        let mut province = known.province.clone();
        if known
            .city_since
            .is_some_and(|since| date.is_some_and(|date| date < since))
        {
            province.kind = ProvinceKind::Province;
        }
        match (kind, known.city_since) {
            // "TPHCM" tells the kind as well.
            (None, _) if !is_own_name && name.to_lowercase().starts_with("tp") => province,
            (None, _) => self.with_kind(node, written, None, province),
            (Some(kind), _) if kind == province.kind => province,
            (Some(kind), Some(since)) if province.kind == ProvinceKind::City => {
                let message = format!("từ {since}, tỉnh {name} là {}", province.full_name());
                self.rename(node, Code::PROVINCE_NOW_CITY, message, province.clone());
                Province { kind, ..province }
            }
            (Some(kind), _) => {
                let (is, not) = (province.kind.name(), kind.name());
                let message = format!("{} là {is}, không phải {not}", province.name);
                self.rename(node, Code::PROVINCE_KIND, message, province)
            }
        }
    }

    /// Says what to write for the province.
    fn rename(&mut self, node: &Node, code: Code, message: String, right: Province) -> Province {
        let hint = format!("viết `{}: {}`", keys::PROVINCE, right.full_name());
        let finding = Diagnostic::new(code, node.origin(), message);
        self.diagnostics.report(finding.hint(hint));
        right
    }

    /// The known province whose name stands among signs and words that belong to no name: `tỉnh: An Giang`,
    /// `An Giang (mới)`, `t?nh An Giang`. Of one that is no more, the one that it belongs to now.
    fn within_other_words(&self, written: &str) -> Option<Province> {
        let is_of_name = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '…');
        if written.chars().all(is_of_name) || written.contains(['…', '{']) {
            return None;
        }
        let is_sign = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '?' | '-');
        let spaced = written.replace(is_sign, " ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let known = &self.catalogue.provinces;
        let spans = (0..words.len()).flat_map(|start| {
            let ends = (start + 1..=words.len().min(start + LONGEST_NAME)).rev();
            ends.map(move |end| (start, end))
        });
        let mut found = spans.filter_map(|(start, end)| {
            let name = words[start..end].join(" ");
            match KnownProvince::find(known, &name)? {
                Known::Named(one) | Known::Misspelt(one) | Known::Former(_, one) => {
                    Some(one.province.clone())
                }
            }
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// A province for which people may have written the name alone.
    fn with_kind(
        &mut self,
        node: &Node,
        written: &str,
        kind: Option<ProvinceKind>,
        province: Province,
    ) -> Province {
        if kind.is_some() {
            return province;
        }
        let message = format!("`{written}` thiếu chữ “tỉnh” hoặc “thành phố” ở trước");
        self.rename(node, Code::PLACE_NAME, message, province)
    }

    /// Asks about a name that none of the provinces bears. One that is to be filled in is asked for
    /// elsewhere.
    fn unknown_province(&mut self, node: &Node, name: &str, illustrative: bool) {
        let is_open = name.contains('…') || name.contains("...");
        if is_open || self.catalogue.provinces.is_empty() {
            return;
        }
        let known = self.catalogue.provinces.iter();
        let names = known.map(|known| known.province.name.as_str());
        let near = nearest(name, names).filter(|near| {
            let distance = strsim::damerau_levenshtein(&name.to_lowercase(), &near.to_lowercase());
            !illustrative || distance <= NEAR
        });
        if illustrative && near.is_none() {
            return;
        }
        let near = near.and_then(|near| KnownProvince::find(&self.catalogue.provinces, near));
        let hint = match near {
            Some(Known::Named(near)) => {
                let name = near.province.full_name();
                format!("có phải bạn muốn viết `{}: {name}`?", keys::PROVINCE)
            }
            _ => {
                let known = self.catalogue.provinces.iter();
                let mut names: Vec<&str> = known.map(|it| it.province.name.as_str()).collect();
                names.sort_by_cached_key(|name| sort_key(name));
                let n_names = names.len();
                format!(
                    "viết đúng tên một trong {n_names} tỉnh, thành phố: {}",
                    names.join(", ")
                )
            }
        };
        let message = format!("không có tỉnh, thành phố nào tên `{name}`");
        let finding = Diagnostic::new(Code::UNKNOWN_PROVINCE, node.origin(), message);
        self.diagnostics.report(finding.hint(hint));
    }
}
