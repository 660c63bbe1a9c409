//! The world that typst sees: the templates, the plan as JSON, the four faces of Tinos, no clock.

use std::collections::BTreeMap;

use typst::Library;
use typst::LibraryExt;
use typst::World;
use typst::WorldExt;
use typst::diag::FileError;
use typst::diag::FileResult;
use typst::diag::SourceDiagnostic;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Duration;
use typst::syntax::FileId;
use typst::syntax::RootedPath;
use typst::syntax::Source;
use typst::syntax::VirtualPath;
use typst::syntax::VirtualRoot;
use typst::text::Font;
use typst::text::FontBook;
use typst::utils::LazyHash;

use crate::source::Templates;

const FOLDER: &str = "templates/pdf/";

/// Everything that one print is made from.
pub(super) struct PrintWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
}

/// The identity of a file by its path below the templates.
fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl PrintWorld {
    /// The world of a paper that the template `main` draws of the view `json`.
    pub(super) fn new(main: &str, json: Vec<u8>, templates: &Templates) -> Self {
        let mut world = Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::new()),
            fonts: Vec::new(),
            main: file_id(main).unwrap_or_else(|| unreachable!("a plain file name")),
            sources: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for (path, bytes) in templates.below(FOLDER) {
            if path.ends_with(".ttf") {
                world.fonts.extend(Font::iter(Bytes::new(bytes.to_vec())));
            } else if let (Some(id), Ok(text)) = (file_id(path), std::str::from_utf8(bytes)) {
                world
                    .sources
                    .insert(path.to_owned(), Source::new(id, text.to_owned()));
            }
        }
        world.book = LazyHash::new(FontBook::from_fonts(&world.fonts));
        world.files.insert("plan.json".to_owned(), Bytes::new(json));
        world
    }

    /// The template that an error is in, and its line.
    pub(super) fn place(&self, error: &SourceDiagnostic) -> (String, usize) {
        let main = || (format!("{FOLDER}main.typ"), 1);
        let Some(id) = error.span.id() else {
            return main();
        };
        let Some(range) = self.range(error.span) else {
            return main();
        };
        let path = id.get().vpath().get_without_slash();
        let line = self
            .sources
            .get(path)
            .and_then(|source| source.lines().byte_to_line(range.start))
            .map_or(1, |line| line + 1);
        (format!("{FOLDER}{path}"), line)
    }
}

impl World for PrintWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = id.get().vpath().get_without_slash();
        self.sources
            .get(path)
            .cloned()
            .ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
