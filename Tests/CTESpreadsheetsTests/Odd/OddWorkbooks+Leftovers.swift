@testable import HostileFiles

/// Workbooks with what spreadsheet programs leave in them beside the table.
extension OddFile {
  static var leftovers: [OddFile] {
    let types = "application/vnd"
    let kinds = [
      ("a workbook of macros", "\(types).ms-excel.sheet.macroEnabled.main+xml"),
      ("a template", "\(types).openxmlformats-officedocument.spreadsheetml.template.main+xml"),
      ("a template of macros", "\(types).ms-excel.template.macroEnabled.main+xml"),
    ]
    return kinds.map { name, type in
      OddFile(
        name, workbook: { $0[Part.contentTypes] = WorkbookBuilder.contentTypes(workbook: type) })
    } + [errors, beside, chartFirst] + missing + [
      OddFile(
        "names, a calculation and a protection",
        workbook: { workbook in
          workbook.replace(
            "</sheets>",
            #"</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Upload!$A$1:$E$4</definedName></definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/><extLst><ext uri="{1}"><a xmlns="b"><sheets/></a></ext></extLst>"#,
            in: Part.workbook)
          workbook.replace(
            "<sheets>",
            #"<fileVersion appName="xl"/><workbookPr defaultThemeVersion="124226"/><workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>"#,
            in: Part.workbook)
        }),
      OddFile(
        "a choice for newer programs",
        workbook: { workbook in
          workbook.replace(
            "<sheets>",
            #"<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><a:absPath xmlns:a="b" url="c"/></mc:Choice></mc:AlternateContent><sheets>"#,
            in: Part.workbook)
        }),
    ]
  }

  /// A file that was given back marked, and is sent again.
  private static var errors: OddFile {
    let title = "Errors (ignored on upload)"
    return OddFile(
      "the errors of the last time",
      workbook: { workbook in
        workbook.replace(
          "</c></row><row r=\"2\">",
          "</c>\(WorkbookBuilder.inline("F1", title))</row><row r=\"2\">", in: Part.sheet)
        workbook.replace(
          "</row></sheetData>",
          WorkbookBuilder.inline("F4", "the day is too late") + "</row></sheetData>", in: Part.sheet
        )
      }
    ).expecting { file in
      file.titles.append(title)
      let notes = ["", "", "the day is too late"]
      file.rows = rows(from: 2, zip(Sample.rows, notes).map { $0 + [$1] })
    }
  }

  /// What may stand before and behind the rows of a sheet.
  private static var beside: OddFile {
    OddFile(
      "everything that a sheet may have",
      workbook: { workbook in
        workbook[Part.sheet] = WorkbookBuilder.sheet(
          WorkbookBuilder.sampleRows,
          before: """
            <sheetPr filterMode="1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:E4"/><sheetViews>\
            <sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>\
            <selection pane="bottomLeft" activeCell="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>\
            <cols><col min="1" max="16384" width="12"/></cols>
            """,
          after: """
            <sheetProtection sheet="1"/><autoFilter ref="A1:E4"/><mergeCells count="1"><mergeCell ref="G1:H1"/></mergeCells>\
            <conditionalFormatting sqref="A1:A4"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule>\
            </conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A2:A4"><formula1>"1,2"</formula1>\
            </dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="Upload!A1"/></hyperlinks>\
            <pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>\
            <extLst><ext uri="{1}"><x14:a xmlns:x14="b"><row r="99"><c r="A99"><v>1</v></c></row></x14:a></ext></extLst>
            """)
      })
  }

  /// A sheet that is a chart, before the one with the table; it is none in which titles are looked for.
  private static var chartFirst: OddFile {
    OddFile(
      "a chart before the table",
      workbook: { workbook in
        workbook[Part.workbook] = WorkbookBuilder.workbook([("Chart", ""), ("Upload", "")])
        workbook[Part.workbookLinks] = WorkbookBuilder.links([
          ("rId1", "chartsheet", "chartsheets/sheet1.xml"),
          ("rId2", "worksheet", "worksheets/sheet1.xml"),
          ("rId3", "styles", "styles.xml"), ("rId4", "sharedStrings", "sharedStrings.xml"),
        ])
        workbook["xl/chartsheets/sheet1.xml"] = Content(
          WorkbookBuilder.declaration
            + #"<chartsheet xmlns="\#(WorkbookBuilder.spreadsheet)"><sheetViews/></chartsheet>"#)
      }
    )
  }

  private static var missing: [OddFile] {
    let inline = WorkbookBuilder.sheet(
      WorkbookBuilder.rows { name, text, _ in WorkbookBuilder.inline(name, text) })
    let sheetAlone = WorkbookBuilder.links([("rId1", "worksheet", "worksheets/sheet1.xml")])
    return [
      OddFile(
        "no styles",
        workbook: { workbook in
          workbook[Part.styles] = nil
          workbook.replace(
            #"<Relationship Id="rId2" Type="\#(WorkbookBuilder.relationships)/styles" Target="styles.xml"/>"#,
            "", in: Part.workbookLinks)
        }),
      OddFile(
        "no styles and no shared texts",
        workbook: { workbook in
          (workbook[Part.styles], workbook[Part.strings]) = (nil, nil)
          workbook[Part.workbookLinks] = sheetAlone
          workbook[Part.sheet] = inline
        }),
      OddFile(
        "links to styles and shared texts that aren't there",
        workbook: { workbook in
          (workbook[Part.styles], workbook[Part.strings]) = (nil, nil)
          workbook[Part.sheet] = inline
        }),
      OddFile(
        "shared texts of nothing",
        workbook: { workbook in
          workbook[Part.strings] = WorkbookBuilder.strings([])
          workbook[Part.sheet] = inline
        }),
      OddFile(
        "styles of nothing",
        workbook: { workbook in
          workbook[Part.styles] = Content(#"<styleSheet xmlns="\#(WorkbookBuilder.spreadsheet)"/>"#)
        }),
    ]
  }
}
