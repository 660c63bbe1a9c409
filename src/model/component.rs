//! A component of the model of 2026 and the words that order the 170.

use super::{BudgetRowId, RichText, Terrain};

/// A layer of the architecture, 1 to 4 (Tài liệu hướng dẫn triển khai Mô hình chuyển đổi số cấp xã,
/// Mục III.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Layer(pub u8);

impl Layer {
    /// The four layers.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The four layers as users write them.
    pub const KEYS: [(&'static str, Self); 4] = [
        ("1", Self(1)),
        ("2", Self(2)),
        ("3", Self(3)),
        ("4", Self(4)),
    ];

    /// Its number, 1 to 4.
    pub fn number(self) -> u8 {
        self.0
    }
}

/// One of the twelve groups, by the letters that begin its codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "the names are the official letters; their meaning is in labels.yaml"
)]
pub enum Group {
    Hts,
    Anm,
    Dl,
    Ntl,
    Udcqs,
    Nvcqs,
    Udkts,
    Nvkts,
    Udxhs,
    Nvxhs,
    Ktt,
    Dlhq,
    /// None of the twelve: what a commune adds of its own.
    Own,
}

impl Group {
    /// Whether its components are applications (ƯDCQS, ƯDKTS, ƯDXHS).
    pub fn is_application(self) -> bool {
        matches!(self, Self::Udcqs | Self::Udkts | Self::Udxhs)
    }

    /// The twelve groups in the order of the model, with their official letters.
    pub const ALL: [(&'static str, Self); 12] = [
        ("HTS", Self::Hts),
        ("ANM", Self::Anm),
        ("DL", Self::Dl),
        ("NTL", Self::Ntl),
        ("ƯDCQS", Self::Udcqs),
        ("NVCQS", Self::Nvcqs),
        ("ƯDKTS", Self::Udkts),
        ("NVKTS", Self::Nvkts),
        ("ƯDXHS", Self::Udxhs),
        ("NVXHS", Self::Nvxhs),
        ("KTT", Self::Ktt),
        ("ĐLHQ", Self::Dlhq),
    ];

    /// The official letters.
    pub fn letters(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, group)| *group == self)
            .map_or("", |(letters, _)| letters)
    }
}

/// Who supplies a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supplier {
    /// The centre.
    Centre,
    /// The province.
    Province,
    /// The commune; every commune deploys it.
    CommuneEssential,
    /// The commune, if it suits its terrain and after the province's opinion.
    CommuneSupplementary,
    /// The commune, which thought of it itself; after the province's opinion, as whatever is not essential.
    CommuneOwn,
}

impl Supplier {
    /// The four suppliers as users write them; what a commune adds of its own has none to write.
    pub const KEYS: [(&'static str, Self); 4] = [
        ("trung_uong", Self::Centre),
        ("tinh", Self::Province),
        ("xa_thiet_yeu", Self::CommuneEssential),
        ("xa_bo_sung", Self::CommuneSupplementary),
    ];

    /// Whether the commune deploys it only after the province gave its opinion (Tài liệu hướng dẫn,
    /// Mục III: "Cấp xã làm sau khi xin ý kiến của cấp tỉnh").
    pub fn needs_opinion(self) -> bool {
        matches!(self, Self::CommuneSupplementary | Self::CommuneOwn)
    }

    /// Whether it is deployed by the commune at all.
    pub fn is_commune(self) -> bool {
        matches!(
            self,
            Self::CommuneEssential | Self::CommuneSupplementary | Self::CommuneOwn
        )
    }
}

/// One of the three pillars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pillar {
    /// Chính quyền số.
    Government,
    /// Kinh tế số.
    Economy,
    /// Xã hội số.
    Society,
}

impl Pillar {
    /// The three pillars, in their order.
    pub const ALL: [Self; 3] = [Self::Government, Self::Economy, Self::Society];

    /// The three pillars as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("chinh_quyen_so", Self::Government),
        ("kinh_te_so", Self::Economy),
        ("xa_hoi_so", Self::Society),
    ];

    /// The pillar as users write it.
    pub fn key(self) -> &'static str {
        let found = Self::KEYS.iter().find(|(_, pillar)| *pillar == self);
        found.map_or("", |(key, _)| key)
    }
}

/// A phase of the roadmap, 1 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phase(u8);

impl Phase {
    /// The three phases.
    pub const ALL: [Self; 3] = [Self(1), Self(2), Self(3)];

    /// The three phases as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [("1", Self(1)), ("2", Self(2)), ("3", Self(3))];

    /// Its number, 1 to 3.
    pub fn number(self) -> u8 {
        self.0
    }
}

/// Where a fact was read: a document of the register and the section in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The document, by its code in the register.
    pub document: String,
    /// The section, in words.
    pub section: String,
}

/// A figure of the guidance that a source gives; all others are proposals and say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The figure as the guidance writes it: "15%".
    pub text: String,
    /// Where it was read.
    pub citation: Citation,
}

/// What a component needs to work as the guidance describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    /// The components of which one is enough, by code; mostly a single one.
    pub any_of: Vec<String>,
    /// Where the need was read.
    pub citation: Citation,
}

/// What the guidance says of a component.
#[derive(Debug, Clone, Default)]
pub struct Guidance {
    /// What it is.
    pub what: RichText,
    /// How the commune does it, step by step.
    pub how: RichText,
    /// What must be ensured.
    pub ensure: RichText,
    /// What must not be done.
    pub avoid: RichText,
    /// The result and how it is measured.
    pub result: RichText,
}

impl Guidance {
    /// The same with each text as `change` gives it.
    #[must_use]
    pub fn each(&self, change: impl Fn(&RichText) -> RichText) -> Self {
        let Self {
            what,
            how,
            ensure,
            avoid,
            result,
        } = self;
        Self {
            what: change(what),
            how: change(how),
            ensure: change(ensure),
            avoid: change(avoid),
            result: change(result),
        }
    }
}

/// One of the 170 components.
#[derive(Debug, Clone)]
pub struct Component {
    /// The official code: `ƯDCQS7`.
    pub code: String,
    /// The official name.
    pub name: String,
    /// What it is called within a sentence, in a few words: "máy tính, thiết bị họp"; the official name where the
    /// entry has no other.
    pub short_name: String,
    /// Its layer.
    pub layer: Layer,
    /// Its group.
    pub group: Group,
    /// Who supplies it.
    pub supplier: Supplier,
    /// The terrain it is for, where it is not for all.
    pub terrain: Option<Terrain>,
    /// Its pillar.
    pub pillar: Pillar,
    /// The phase in which it stands unless the profile says otherwise.
    pub phase: Phase,
    /// Whether it goes on once it is there, as what a new profile begins with says.
    pub is_permanent: bool,
    /// What it needs.
    pub depends_on: Vec<Dependency>,
    /// Its row of Phụ lục II.
    pub budget_row: BudgetRowId,
    /// The body that leads, by its code.
    pub lead: String,
    /// The bodies that help, by their codes.
    pub support: Vec<String>,
    /// Where its facts were read.
    pub citations: Vec<Citation>,
    /// The figures of its guidance that are a source's.
    pub figures: Vec<Figure>,
    /// What the commune does, in one or two sentences of a plan.
    pub work: RichText,
    /// What comes of it that can be shown.
    pub product: RichText,
    /// What the guidance says.
    pub guidance: Guidance,
}

impl Component {
    /// Whether a commune of a terrain may deploy it.
    pub fn is_offered(&self, terrain: Terrain) -> bool {
        self.supplier.is_commune() && self.terrain.is_none_or(|only| only == terrain)
    }

    /// Whether every commune of a terrain deploys it; what else there may be of a group is no duty
    /// (Tài liệu hướng dẫn, Mục III: thành phần thiết yếu).
    pub fn is_essential(&self, terrain: Terrain) -> bool {
        let is_essential = self.supplier == Supplier::CommuneEssential;
        is_essential && self.is_offered(terrain) && !self.is_open()
    }

    /// Whether it is the commune's own, of no catalogue.
    pub fn is_own(&self) -> bool {
        self.supplier == Supplier::CommuneOwn
    }

    /// Whether it stands for whatever else there may be of its group: "… khác".
    pub fn is_open(&self) -> bool {
        let is_rest = self.name.ends_with(" khác") || self.name.contains(" khác theo nhu cầu");
        is_rest && !self.is_own()
    }
}
