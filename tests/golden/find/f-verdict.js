academyFind.take("8ff778600946","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
