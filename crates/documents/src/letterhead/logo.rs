//! A logo: whatever picture was chosen, made into a small plain one. What a file hides beside its
//! picture (where and when it was taken, scripts, addresses) stays behind.

use std::io::Cursor;

use image::{
    DynamicImage, GenericImageView, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
    RgbaImage,
};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

/// The most points to a side of a picture, and the fewest.
const MOST_POINTS: u32 = 6000;
const FEWEST_POINTS: u32 = 16;
/// How large it is kept: twice as fine as it is printed.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 400;
/// The most elements of a drawing, and the memory for opening a picture.
const MOST_ELEMENTS: u32 = 100_000;
const MOST_MEMORY: u64 = 256 << 20;

/// A logo, as it is kept and drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    png: Vec<u8>,
    width: u32,
    height: u32,
}

/// Why a file is not taken as a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALogo {
    /// More than [`Logo::MOST_BYTES`].
    #[error("This file is larger than 2 MB. Nothing was changed; choose a smaller picture.")]
    TooLarge,
    /// No PNG, JPEG or SVG, whatever its name; or a broken one, or one that shows nothing.
    #[error(
        "This file is not a picture that can be printed. Nothing was changed; choose a PNG, JPEG or \
         SVG file that shows your logo."
    )]
    NotAPicture,
    /// Too many points to a side.
    #[error(
        "This picture has more than 6,000 points to a side. Nothing was changed; save it smaller and \
         choose it again."
    )]
    TooManyPoints,
    /// Too few points to a side.
    #[error(
        "This picture has fewer than 16 points to a side and would be a blur. Nothing was changed; \
         choose a larger one."
    )]
    TooFewPoints,
    /// A drawing that would look different elsewhere.
    #[error(
        "This drawing holds letters or pictures that it does not draw itself, and would look different \
         on paper. Nothing was changed; save its letters as outlines, or choose a PNG."
    )]
    NotPlain,
}

impl NotALogo {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "logo.too_large",
            Self::NotAPicture => "logo.no_picture",
            Self::TooManyPoints => "logo.too_many_points",
            Self::TooFewPoints => "logo.too_few_points",
            Self::NotPlain => "logo.not_plain",
        }
    }
}

impl Logo {
    /// The largest file: whoever reads one asks for its length before.
    pub const MOST_BYTES: usize = 2 << 20;

    /// Reads a PNG, JPEG or SVG, by its content.
    ///
    /// # Errors
    /// [`NotALogo`] when it is none, or not one that can be printed.
    pub fn read(bytes: &[u8]) -> Result<Self, NotALogo> {
        if bytes.len() > Self::MOST_BYTES {
            return Err(NotALogo::TooLarge);
        }
        let picture = match image::guess_format(bytes) {
            Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => painted(bytes, format)?,
            Ok(_) => return Err(NotALogo::NotAPicture),
            Err(_) => drawn(bytes)?,
        };
        let (width, height) = picture.dimensions();
        let picture = if width > WIDTH || height > HEIGHT {
            picture.thumbnail(WIDTH, HEIGHT)
        } else {
            picture
        };
        let picture = picture.to_rgba8();
        if picture.pixels().all(|point| point.0[3] == 0) {
            return Err(NotALogo::NotAPicture);
        }
        let mut png = Vec::new();
        picture
            .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
            .map_err(|_| NotALogo::NotAPicture)?;
        Ok(Self {
            width: picture.width(),
            height: picture.height(),
            png,
        })
    }

    /// The logo as a PNG with nothing else in it. Read again, it gives the same logo.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Its width in points.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Its height in points.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// How large it is printed within a room, in the room's unit.
    pub(crate) fn within(&self, width: u32, height: u32) -> (u32, u32) {
        let (own_width, own_height) = (self.width.max(1), self.height.max(1));
        let by_width = (width, (width * own_height / own_width).max(1));
        if by_width.1 <= height {
            by_width
        } else {
            ((height * own_width / own_height).max(1), height)
        }
    }
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({} × {})", self.width, self.height)
    }
}

fn painted(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, NotALogo> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_POINTS);
    limits.max_image_height = Some(MOST_POINTS);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let refused = |error: ImageError| match error {
        ImageError::Limits(_) => NotALogo::TooManyPoints,
        _ => NotALogo::NotAPicture,
    };
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    if width.min(height) < FEWEST_POINTS {
        return Err(NotALogo::TooFewPoints);
    }
    // A photograph may lie on its side and say so.
    let turned = decoder.orientation().map_err(refused)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

/// A drawing, painted at the size in which it is kept.
fn drawn(bytes: &[u8]) -> Result<DynamicImage, NotALogo> {
    let none = NotALogo::NotAPicture;
    let text = std::str::from_utf8(bytes).map_err(|_| none)?;
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_ELEMENTS,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|_| none)?;
    let brings = |name: &str| matches!(name, "text" | "image" | "feImage" | "foreignObject");
    let mut elements = document.descendants().filter(|node| node.is_element());
    if elements.any(|node| brings(node.tag_name().name())) {
        return Err(NotALogo::NotPlain);
    }
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_| none)?;
    let size = tree.size();
    let scale = (as_f32(WIDTH) / size.width()).min(as_f32(HEIGHT) / size.height());
    let points = |length: f32, most: u32| {
        (1..=most)
            .rev()
            .find(|n| as_f32(*n) <= length * scale + 0.5)
    };
    let width = points(size.width(), WIDTH).ok_or(none)?;
    let height = points(size.height(), HEIGHT).ok_or(none)?;
    let mut canvas = Pixmap::new(width, height).ok_or(none)?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut canvas.as_mut(),
    );
    RgbaImage::from_raw(width, height, canvas.take_demultiplied())
        .map(DynamicImage::from)
        .ok_or(none)
}

/// A length in points, which has few digits.
fn as_f32(points: u32) -> f32 {
    u16::try_from(points).map_or(f32::MAX, f32::from)
}
