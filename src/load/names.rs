//! Names of profiles: each is that of a folder of the website and of what stands in links, on whatever
//! computer the plan is copied to.

use std::collections::BTreeMap;

use super::Loader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::model::NameFault;
use crate::model::name_fault;
use crate::model::name_key;
use crate::model::plain_name;
use crate::source::Origin;

/// What the website has beside the folders of the plans, and the price list beside the estimates.
const RESERVED: [&str; 4] = ["assets", "cam-nang", "index.html", "don-gia"];

impl Loader<'_> {
    /// The profiles whose names can be those of plans; every other is reported.
    pub(super) fn well_named(&mut self, mut slugs: Vec<String>) -> Vec<String> {
        // Of two that fall together, the plain one keeps its name.
        slugs.sort_by_cached_key(|slug| (*slug != plain_name(slug), slug.clone()));
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        let mut good = Vec::new();
        for slug in slugs {
            let key = name_key(&slug);
            let finding = if RESERVED.contains(&key.as_str()) {
                let message = format!("tên `{slug}` dành cho trang của chương trình");
                Some((Code::RESERVED_NAME, message))
            } else if let Some(fault) = name_fault(&slug) {
                Some(told(&slug, fault))
            } else if let Some(other) = taken.get(&key) {
                let message = format!(
                    "trên Windows hoặc máy Mac tên `{slug}.yaml` và `{other}.yaml` là một (chữ hoa và chữ thường, chữ và dấu tách rời), nên hai kế hoạch sẽ ghi đè lên nhau"
                );
                Some((Code::NAMES_COINCIDE, message))
            } else {
                None
            };
            match finding {
                Some((code, message)) => {
                    let mut better = plain_name(&slug);
                    if RESERVED.contains(&better.as_str()) {
                        better = format!("xa-{better}");
                    }
                    if better == slug || taken.contains_key(&better) {
                        better.push_str("-2");
                    }
                    self.badly_named(&slug, code, message, &better);
                }
                None => {
                    taken.insert(key, slug.clone());
                    good.push(slug);
                }
            }
        }
        good.sort_unstable();
        good
    }

    fn badly_named(&mut self, slug: &str, code: Code, message: String, better: &str) {
        let path = format!("content/communes/{}.yaml", visible(slug));
        let at = Origin::File(self.sources.add_unreadable(path));
        let hint = format!("đổi tên hồ sơ thành {better}.yaml và tệp dự toán thành {better}.xlsx");
        self.diagnostics
            .report(Diagnostic::new(code, at, message).hint(hint));
    }
}

/// What is wrong with a name, in words.
fn told(slug: &str, fault: NameFault) -> (Code, String) {
    let shown = visible(slug);
    match fault {
        NameFault::Device => (
            Code::NAME_FOR_WINDOWS,
            format!("`{shown}` là tên thiết bị của Windows, không mở được tệp có tên này ở đó"),
        ),
        NameFault::Edge => (
            Code::NAME_FOR_WINDOWS,
            format!(
                "tên `{shown}` có dấu cách ở đầu, hoặc dấu cách, dấu chấm ở cuối, Windows sẽ bỏ đi"
            ),
        ),
        NameFault::Long => (
            Code::NAME_FOR_WINDOWS,
            format!(
                "tên có {} chữ, dài hơn 80 chữ, Windows có thể không mở được",
                slug.chars().count()
            ),
        ),
        NameFault::Letter(letter) => (
            Code::SIGN_IN_NAME,
            format!(
                "tên `{shown}` có ký tự {} (U+{:04X}), Windows hoặc địa chỉ trang web không dùng được",
                visible(&letter.to_string()),
                u32::from(letter)
            ),
        ),
    }
}

/// A name with its invisible and control signs written out, since they would disturb the line of a message.
fn visible(name: &str) -> String {
    let is_bad = |letter: char| name_fault(&letter.to_string()) == Some(NameFault::Letter(letter));
    name.chars()
        .flat_map(|letter| {
            let escaped = is_bad(letter) && !letter.is_ascii_graphic();
            let shown: String = if escaped {
                letter.escape_unicode().collect()
            } else {
                letter.into()
            };
            shown.chars().collect::<Vec<_>>()
        })
        .collect()
}
