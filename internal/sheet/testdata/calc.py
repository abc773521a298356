"""Makes or changes a workbook in LibreOffice Calc, as a person would, without a screen.

    /usr/bin/python3 calc.py STEPS.txt OUT.xlsx [IN.xlsx]

It needs LibreOffice with its Python bridge (Debian: libreoffice-calc, python3-uno). Without IN it starts from an empty
workbook. Each line of STEPS is one step, its words parted by a bar:

    sheet|Bảng điểm         go to a sheet, which is made if there is none of that name
    name|Bảng điểm          give this sheet a name
    text|A1|Đơn vị          type a text
    number|B2|8.005         type a number
    formula|D7|=SUM(B7:C7)  type a formula, in English
    format|B2|0.00          choose a number format, in English
    merge|A1:D1             merge cells
    hiderow|7  hidecolumn|D  hidesheet|Nháp
"""
import subprocess, sys, time, pathlib, tempfile
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

steps, out = pathlib.Path(sys.argv[1]).read_text("utf-8").splitlines(), pathlib.Path(sys.argv[2]).resolve()
source = pathlib.Path(sys.argv[3]).resolve().as_uri() if len(sys.argv) > 3 else "private:factory/scalc"
profile = tempfile.mkdtemp()
pipe = "bangvang%d" % time.time_ns()
office = subprocess.Popen(["soffice", "--headless", "--norestore", "-env:UserInstallation=file://" + profile, "--accept=pipe,name=" + pipe + ";urp;"])

resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for attempt in range(120):
    try:
        context = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def option(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


doc = desktop.loadComponentFromURL(source, "_blank", 0, (option("Hidden", True),))
sheets = doc.Sheets
sheet = sheets.getByIndex(0)
for line in steps:
    if not line or line.startswith("#"):
        continue
    do, *words = line.split("|", 2)
    if do == "sheet":
        if not sheets.hasByName(words[0]):
            sheets.insertNewByName(words[0], sheets.Count)
        sheet = sheets.getByName(words[0])
    elif do == "name":
        sheet.Name = words[0]
    elif do == "text":
        sheet.getCellRangeByName(words[0]).setString(words[1])
    elif do == "number":
        sheet.getCellRangeByName(words[0]).setValue(float(words[1]))
    elif do == "formula":
        sheet.getCellRangeByName(words[0]).setFormula(words[1])
    elif do == "format":
        english = Locale("en", "US", "")
        key = doc.NumberFormats.queryKey(words[1], english, False)
        if key < 0:
            key = doc.NumberFormats.addNew(words[1], english)
        sheet.getCellRangeByName(words[0]).NumberFormat = key
    elif do == "merge":
        sheet.getCellRangeByName(words[0]).merge(True)
    elif do == "hiderow":
        sheet.Rows.getByIndex(int(words[0]) - 1).IsVisible = False
    elif do == "hidecolumn":
        sheet.Columns.getByName(words[0]).IsVisible = False
    elif do == "hidesheet":
        sheets.getByName(words[0]).IsVisible = False
    else:
        sys.exit("no such step: " + line)
doc.calculateAll()
doc.storeToURL(out.as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
doc.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(30)
