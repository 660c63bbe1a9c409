//! The words of a command line as people spell them: codes, years, the values of lists.

use std::ffi::OsStr;

use clap::builder::PossibleValue;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;

use crate::diagnostic::Code;
use crate::model::fold;
use crate::model::years_meant;

/// The years of a plan, ascending without a gap.
#[derive(Debug, Clone)]
pub(super) struct Years(pub Vec<i32>);

/// Reads the code of a finding.
pub(super) fn rule_code(written: &str) -> Result<Code, &'static str> {
    Code::find(written).ok_or("viết một mã như XS0401")
}

/// Reads the years that a text means.
pub(super) fn years(written: &str) -> Result<Years, &'static str> {
    let years = years_meant(written);
    years
        .map(Years)
        .ok_or("viết các năm liền nhau, không quá 5 năm, ví dụ 2027,2028 hoặc 2027-2029")
}

/// Reads one of the words that users write for a value: as the key, or as people spell it.
pub(super) fn word<T: Copy + Send + Sync + 'static, const N: usize>(
    keys: &'static [(&'static str, T); N],
) -> impl TypedValueParser<Value = T> {
    let parser = PossibleValuesParser::new(keys.map(|(key, _)| key)).try_map(move |written| {
        let found = keys.iter().find(|(key, _)| *key == written);
        found.map(|(_, value)| *value).ok_or("không có giá trị này")
    });
    AsSpelt(parser)
}

/// A parser that is handed a word of Vietnamese as a key: `Nông thôn` as `nong_thon`.
#[derive(Debug, Clone)]
struct AsSpelt<P>(P);

impl<P: TypedValueParser> TypedValueParser for AsSpelt<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        written: &OsStr,
    ) -> Result<Self::Value, clap::Error> {
        let key = written
            .to_str()
            .map(|word| fold(word).replace([' ', '-'], "_"));
        let key = key.filter(|key| {
            let mut known = self.0.possible_values().into_iter().flatten();
            known.any(|value| value.matches(key, false))
        });
        let word = key.as_ref().map_or(written, OsStr::new);
        self.0.parse_ref(command, argument, word)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::cli::args::Args;
    use crate::cli::args::Command;
    use crate::model::CommuneKind;
    use crate::model::Terrain;

    #[test]
    fn words_are_taken_as_people_spell_them() {
        let terrain = |kind: &str, terrain: &str, years: &str| {
            let line = [
                "xaso",
                "new",
                kind,
                "Minh Sơn",
                "--dia-ban",
                terrain,
                "--nam",
                years,
            ];
            let read = Args::try_parse_from(line);
            let Ok(Args {
                command: Command::New(new),
                ..
            }) = read
            else {
                return None;
            };
            Some((new.kind, new.terrain, new.years.0))
        };
        let wanted = Some((CommuneKind::Xa, Terrain::Rural, vec![2026, 2027]));
        for kind in ["xa", "xã", "Xã"] {
            for place in ["nong_thon", "nông thôn", "Nông thôn", "nong-thon"] {
                for years in ["2026,2027", "2026-2027", "2026 - 2027", "2026, 2027"] {
                    assert_eq!(
                        terrain(kind, place, years),
                        wanted,
                        "{kind} {place} {years:?}"
                    );
                }
            }
        }
        assert_eq!(terrain("xã", "đồng bằng", "2027"), None);
        assert_eq!(terrain("thị trấn", "nông thôn", "2027"), None);
        assert_eq!(terrain("xã", "nông thôn", "2027-2035"), None);
    }
}
