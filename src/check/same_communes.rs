//! Profiles of one commune: of two, one is a copy that was left behind.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::Commune;
use crate::model::fold;
use crate::model::name_in_one_spelling;
use crate::source::Origin;

/// Warns of a commune, named by its slug, where there was one before of the same kind, name and province.
pub fn same_communes<'a>(
    communes: impl Iterator<Item = (&'a str, &'a Commune, &'a Origin)>,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<(&str, String, String), &str> = BTreeMap::new();
    for (slug, commune, at) in communes {
        let province = commune.province.full_name();
        let key = (
            commune.kind.name(),
            name_in_one_spelling(&commune.name),
            fold(&commune.province.name),
        );
        let Some(first) = seen.get(&key) else {
            seen.insert(key, slug);
            continue;
        };
        // A copy has the longer name, whichever is read first.
        let (kept, copy) = if first.len() <= slug.len() {
            (*first, slug)
        } else {
            (slug, *first)
        };
        let name = commune.full_name();
        let message = format!(
            "`{first}.yaml` và `{slug}.yaml` cùng là hồ sơ của {name}, {province}: mỗi hồ sơ thành một kế hoạch"
        );
        let hint = format!(
            "chuyển bản không dùng (có thể là `{copy}.yaml`) cùng tệp dự toán của nó ra ngoài thư mục; giữ cả hai thì chạy riêng từng bản, ví dụ `xaso build {kept}`"
        );
        diagnostics.report(Diagnostic::new(Code::SAME_COMMUNE, at.clone(), message).hint(hint));
    }
}
