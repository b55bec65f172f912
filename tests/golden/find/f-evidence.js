academyFind.take("8ff778600946","f-evidence",[["data","Figures given",0,"#%+"]]);
