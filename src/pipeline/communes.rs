//! The communes of a request, each by itself: its files are loaded and checked with texts and findings of its
//! own, on all cores, and given up when what is wanted of it was kept. What all share is read once.

use super::Session;
use super::each::each;
use crate::check;
use crate::check::CheckedCommune;
use crate::check::Outcome;
use crate::check::same_communes;
use crate::diagnostic::Diagnostics;
use crate::load::CommuneFiles;
use crate::load::CommuneInput;
use crate::load::Files;
use crate::load::Request;
use crate::load::find_communes;
use crate::load::load_commune;
use crate::model::Profile;
use crate::model::Tally;
use crate::model::sort_key;
use crate::read;
use crate::read::Library;
use crate::source::Sources;

/// What came of a request: what all communes share, and what was kept of each whose profile and estimate
/// could be read.
#[derive(Debug)]
pub struct Checked<R> {
    /// The guidance, the prices and the templates.
    pub library: Library,
    /// By the names of the communes, in the order of the alphabet.
    pub communes: Vec<R>,
    /// What was read of the estimate of each, also of those that have faults.
    pub tallies: Vec<Tally>,
    /// Where they were read.
    pub(super) files: CommuneFiles,
}

/// A commune whose profile and estimate could be read.
pub(super) struct Ready<'a> {
    /// Its number among those that are asked for.
    pub number: usize,
    pub commune: CheckedCommune,
    pub library: &'a Library,
    /// Whether neither it nor what all share has errors.
    pub is_sound: bool,
    pub diagnostics: &'a mut Diagnostics,
}

/// A commune as it was loaded.
pub(super) struct Loaded {
    input: Option<CommuneInput>,
    sources: Sources,
    diagnostics: Diagnostics,
}

/// A commune as it was read and checked.
pub(super) struct Read {
    pub sources: Sources,
    pub diagnostics: Diagnostics,
    /// Nothing where it has no profile that can be read.
    pub outcome: Option<Outcome>,
}

impl Loaded {
    /// Loads the files of a commune, which has this number among those that are asked for.
    pub(super) fn of(
        number: usize,
        slug: &str,
        communes: &CommuneFiles,
        files: &dyn Files,
    ) -> Self {
        let mut sources = Sources::of_commune(number);
        let mut diagnostics = Diagnostics::default();
        let input = load_commune(files, communes, slug, &mut sources, &mut diagnostics);
        Self {
            input,
            sources,
            diagnostics,
        }
    }

    /// Reads and checks it; `shared` are the findings about what all share.
    pub(super) fn checked(self, library: &Library, shared: &Diagnostics) -> Read {
        let Self { input, sources, .. } = self;
        let mut diagnostics = shared.of_commune();
        diagnostics.take(self.diagnostics);
        let outcome = input.map(|input| {
            let read = read::commune(input, library, &sources, &mut diagnostics);
            check::commune(read, library, &sources, &mut diagnostics)
        });
        Read {
            sources,
            diagnostics,
            outcome,
        }
    }
}

impl Session {
    /// Loads and checks what a request names. `keep` says what is kept of each that could be read; of the
    /// first `n_whole` the workbooks are kept whole, of the others the rows that findings speak of.
    pub(super) fn each_commune<R: Send>(
        &mut self,
        request: &Request,
        n_whole: usize,
        keep: impl Fn(Ready<'_>) -> Option<R> + Sync,
    ) -> Checked<R> {
        let all = request.files.as_ref();
        let files = find_communes(request, &mut self.sources, &mut self.diagnostics);
        // One commune is read beside what all share: its estimate may be large.
        let first = || Some(Loaded::of(0, files.slugs.first()?, &files, all));
        let (library, mut first) = rayon::join(|| self.library(all), first);
        let communes = files.slugs.iter().enumerate();
        let communes = communes.map(|(number, slug)| (number, slug, first.take()));
        let shared = &self.diagnostics;
        let is_library_sound = !shared.has_errors();
        let done = each(communes.collect(), |(number, slug, loaded)| {
            let loaded = loaded.unwrap_or_else(|| Loaded::of(number, slug, &files, all));
            let mut read = loaded.checked(&library, shared);
            let outcome = read.outcome.as_mut();
            let kept = outcome.and_then(|outcome| {
                let commune = outcome.checked.take()?;
                let name = alphabetical(&commune.profile);
                let is_sound = is_library_sound && !read.diagnostics.has_errors();
                let kept = keep(Ready {
                    number,
                    commune,
                    library: &library,
                    is_sound,
                    diagnostics: &mut read.diagnostics,
                })?;
                Some((name, kept))
            });
            if number >= n_whole {
                read.sources.keep_rows(read.diagnostics.places());
            }
            (read, kept)
        });
        let (mut communes, mut outcomes) = (Vec::new(), Vec::new());
        for (read, kept) in done {
            self.sources.take(read.sources);
            self.diagnostics.take(read.diagnostics);
            outcomes.extend(read.outcome);
            communes.extend(kept);
        }
        let named = outcomes.iter().filter_map(|outcome| {
            let (commune, at) = outcome.named.as_ref()?;
            Some((outcome.slug.as_str(), commune, at))
        });
        same_communes(named, &mut self.diagnostics);
        communes.sort_by(|(name, _), (other, _)| name.cmp(other));
        Checked {
            library,
            communes: communes.into_iter().map(|(_, kept)| kept).collect(),
            tallies: outcomes.into_iter().map(|outcome| outcome.tally).collect(),
            files,
        }
    }
}

/// What communes are put in order by: their names, their provinces, and their files.
fn alphabetical(profile: &Profile) -> impl Ord + use<> {
    let province = profile.commune.province.full_name();
    [&profile.commune.name, &province, &profile.slug].map(|name| sort_key(name))
}
