import Foundation

/// Text that corrections and step artefacts are full of, known to writer and reader before the first byte: it halves
/// the space of small JSON texts. What is likeliest stands last, where zlib's references to it are shortest.
///
/// Part of the file format: a released dictionary never changes (a test holds its digest); a better one is a new
/// `ArtefactEncoding`.
enum PresetDictionary {
  static let version1 = Data(
    (english + markdown + programs + steps + corrections).utf8)

  private static let english = """
    there is no reason to change the result because the following function should return the same value when it is \
    called with an empty list; please make sure that this is not the case before you use it, and add a test that \
    would have failed. The response was accepted as it is. Nothing is known about this kind of correction yet. \
    No lesson applies, so the response stays as it was. lesson lessons applied rule replace remove insert with the \
    instead of without between after before using only never always must should 
    """

  private static let markdown = """
    \\n# \\n## Overview\\n\\n## Usage\\n\\n```bash\\n## Installation\\n\\n## Example\\n\\n```python\\n```json\\n\
    \\n```\\n\\n- **\\n- [ ] \\n1. \\n2. \\n3. | --- | --- |\\n<!-- whet:begin --><!-- whet:end -->https://github.com/
    """

  private static let programs = """
    \\nclass \\n    def __init__(self, \\n        self.\\n    \\"\\"\\"\\n\\n    Args:\\n    Returns:\\n\
    \\nfrom typing import Any, Dict, List, Optional\\nimport logging\\nimport json\\nimport os\\nimport re\\n\
    logger = logging.getLogger(__name__)\\n\\nwith open(path, encoding=\\"utf-8\\") as handle:\\n        \
    \\n    try:\\n        \\n    except Exception as error:\\n        raise ValueError(f\\"\\n    if not \
    \\n        return None\\n    if  is None:\\n        \\n    for item in items:\\n        \\n    return result\\n\
    \\n    for index, value in enumerate(values):\\n        range(len( else:\\n    elif \\n    while True:\\n        \
    \\nif __name__ == \\"__main__\\":\\n    main()\\nassert response.\\n    print(f\\"subprocess.run(\
    import sys, importlib.util\\nspec = importlib.util.spec_from_file_location(\\"response\\", sys.argv[1])\\n\
    module = importlib.util.module_from_spec(spec)\\nspec.loader.exec_module(module)\\nfrom response import \
    \\nfunc \\n  let \\n  guard let  else { return nil }\\n  var \\nconst  = async () => {\\n  await \\n});\\nreturn 
    """

  private static let steps = """
    {"original":"","corrected":"","digest":"","format":"conversation","group":["redactions":{},"duplicates":[],\
    "strategy":{"name":"generic","reason":"the agent has no measured sessions yet","candidates":[{"strategies":[\
    "prompt":{"text":","template":","lessons":["l1","l"],"examples":[],"edited":false,"tokens":\
    "response":{"before":","after":","applications":[{"lesson":"l","count":1}],"changed":false,"improver":"offline"\
    "evaluation":{"after":{"engine":"offline","scores":[\
    {"criterion":"completeness","evidence":["nothing is required"],"value":null},\
    {"criterion":"relevance","evidence":[]},{"criterion":"clarity","evidence":["the format has no structure"]},\
    {"criterion":"helpfulness","evidence":[]},{"criterion":"efficiency","evidence":["no verifier"]},\
    {"criterion":"safety","evidence":["nothing found"],"value":100},\
    {"criterion":"correctness","evidence":["the verifier exited with status 1"],"passed":false,"value":0}]},\
    "before":{"weights":{"overallAfter":100,"overallBefore":0,"improvement":null\
    "adaptation":{"added":[],"changed":[],"learned":true,"notes":[],"retired":[]\
    "deployment":{"decision":"refuse","deployed":false,"reason":"part of a run: the gate decides once for all of it"\
    "correction":"c","revision":1,"run":"r1","session":"s1","step":1,"agent":"engineer","kind":","status":"candidate\
    "active","words":","body":{"template":[","guards":[","helped":0,"harmed":0,"supports":["c
    """

  private static let corrections = """
    {"agent":"documentation","context":{"file":"README.md","language":"project":"repository":"},"corrected":"",\
    "feedback":","format":"documentation","language":"markdown","source":"import","task":","type":"missing-information\
    {"agent":"engineer","context":{"language":"python"},"corrected":"def ","feedback":","format":"code",\
    "language":"python","original":"def ","pinned":true,"severity":"medium","source":","task":"Write a function that \
    ","type":"technical","verify":{"files":{"check.py":"import ","timeout":5,"run":["python3","-c","check.py",\
    "{response}"]},"stdin":"
    """
}
