#!/usr/bin/env python3
"""Literal expressions of the OMG's test kit, one JSON object a line.

Usage: extract.py KIT > expressions.jsonl

Taken are the decisions whose whole logic is one literal expression and which require nothing but
input data; `inputs` and `expected` are values as engine/json writes typed ones ({"@date": ...}).
"""
import decimal
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
TEMPORAL = {"date": "@date", "time": "@time", "dateTime": "@datetime", "duration": "@duration"}


def local(element):
    return element.tag.rpartition("}")[2]


def children(element, name):
    return [child for child in element if local(child) == name]


def child(element, name):
    return next(iter(children(element, name)), None)


class Number(str):
    """The digits of a number: the kit's do not fit a double."""


def scalar(element):
    text = element.text or ""
    kind = element.get(XSI + "type", "").rpartition(":")[2]
    if element.get(XSI + "nil") == "true":
        return None
    if kind in ("decimal", "double", "integer", "float", "long", "int"):
        return Number(format(decimal.Decimal(text.strip()), "f"))
    if kind == "boolean":
        return text.strip() in ("true", "1")
    return {TEMPORAL[kind]: text.strip()} if kind in TEMPORAL else text


def value(holder):
    """What an inputNode, `expected`, a component or an item holds."""
    components = children(holder, "component")
    if components:
        return {each.get("name"): value(each) for each in components}
    items = child(holder, "list")
    if items is not None:
        return None if items.get(XSI + "nil") == "true" else [value(i) for i in children(items, "item")]
    element = child(holder, "value")
    return None if element is None else scalar(element)


def literal_decisions(model):
    """Name -> text of the expression."""
    found = {}
    for decision in children(model, "decision"):
        literal = child(decision, "literalExpression")
        if literal is None or literal.get("expressionLanguage"):
            continue
        if children(decision, "knowledgeRequirement"):
            continue
        requirements = children(decision, "informationRequirement")
        if any(child(each, "requiredInput") is None for each in requirements):
            continue
        text = child(literal, "text")
        if text is not None and text.text:
            found[decision.get("name")] = text.text
    return found


def expressions(kit):
    for test in sorted(kit.glob("*/*/*-test-*.xml")):
        cases = ElementTree.parse(test).getroot()
        model = ElementTree.parse(test.parent / child(cases, "modelName").text.strip()).getroot()
        decisions = literal_decisions(model)
        for case in children(cases, "testCase"):
            inputs = {each.get("name"): value(each) for each in children(case, "inputNode")}
            for result in children(case, "resultNode"):
                text = decisions.get(result.get("name"))
                expected = child(result, "expected")
                if case.get("type", "decision") != "decision" or text is None or expected is None:
                    continue
                yield {
                    "id": f"{test.stem}/{case.get('id')}/{result.get('name')}",
                    "text": text,
                    "inputs": inputs,
                    "expected": value(expected),
                }


def dump(each):
    if isinstance(each, Number):
        return each
    if isinstance(each, list):
        return "[" + ",".join(map(dump, each)) + "]"
    if isinstance(each, dict):
        return "{" + ",".join(dump(key) + ":" + dump(entry) for key, entry in each.items()) + "}"
    return json.dumps(each, ensure_ascii=False)


for expression in expressions(pathlib.Path(sys.argv[1])):
    print(dump(expression))
