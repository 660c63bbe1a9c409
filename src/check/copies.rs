//! Profiles of one commune: of two, one is a copy that was left behind.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::Commune;
use crate::model::fold;
use crate::source::Origin;

/// The communes whose profiles were read, by what they are called.
#[derive(Debug, Default)]
pub(super) struct Communes {
    seen: BTreeMap<(&'static str, String, String), String>,
}

impl Communes {
    /// Warns of a commune, whose profile has this slug and stands at this place, where there was one before of
    /// the same kind, name and province.
    pub(super) fn add(
        &mut self,
        commune: &Commune,
        slug: &str,
        at: Origin,
        diagnostics: &mut Diagnostics,
    ) {
        let province = commune.province.full_name();
        let key = (
            commune.kind.name(),
            fold(&commune.name),
            fold(&commune.province.name),
        );
        let Some(first) = self.seen.get(&key) else {
            self.seen.insert(key, slug.to_owned());
            return;
        };
        // A copy has the longer name, whichever is read first.
        let (kept, copy) = if first.len() <= slug.len() {
            (first.as_str(), slug)
        } else {
            (slug, first.as_str())
        };
        let name = commune.full_name();
        let message = format!(
            "`{first}.yaml` và `{slug}.yaml` cùng là hồ sơ của {name}, {province}: mỗi hồ sơ thành một kế hoạch"
        );
        let hint = format!(
            "chuyển bản không dùng (có thể là `{copy}.yaml`) cùng tệp dự toán của nó ra ngoài thư mục; giữ cả hai thì chạy riêng từng bản, ví dụ `xaso build {kept}`"
        );
        diagnostics.report(Diagnostic::new(Code::SAME_COMMUNE, at, message).hint(hint));
    }
}
